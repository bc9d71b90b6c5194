package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.lake.LakeFolder;
import com.recipechatbot.analytics.metrics.Query;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The daily JSON files of the original pipeline, for those who read them today: same place, keys, types, definitions. */
public final class CompatibilityFiles {

    private static final String FOLDER = "aggregated/daily";
    private static final Pattern NAME = Pattern.compile("/daily-metrics-(\\d{4}-\\d{2}-\\d{2})\\.json$");

    private CompatibilityFiles() {}

    /** Writes a file for each of the days with something to report, and deletes those of the other days. */
    static void replace(Inputs inputs, LakeFolder folder, SortedSet<LocalDate> days) {
        Dataset<Row> files = inputs.query(Query.resource("compatibility", "/metrics/compatibility.sql"));
        SortedSet<LocalDate> gone = new TreeSet<>(days);
        // to_json keeps the order of the keys, so that the same day gives the same bytes.
        for (Row row : files.selectExpr("CAST(date AS STRING) AS date", "to_json(struct(*)) AS content")
                .collectAsList()) {
            LocalDate day = LocalDate.parse(row.getString(0));
            if (gone.remove(day)) {
                folder.write(path(day), row.getString(1));
            }
        }
        gone.forEach(day -> folder.delete(path(day)));
    }

    /** Deletes the files of the days before this one and returns how many there were. */
    public static long deleteBefore(LakeFolder folder, LocalDate first) {
        long count = 0;
        for (String file : folder.filesBelow(FOLDER)) {
            Matcher name = NAME.matcher(file);
            if (name.find() && LocalDate.parse(name.group(1)).isBefore(first)) {
                folder.delete(file);
                count++;
            }
        }
        return count;
    }

    /** Where the file of a day is in the lake. */
    public static String path(LocalDate day) {
        return FOLDER
                + "/year=%04d/month=%02d/day=%02d/daily-metrics-%s.json"
                        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), day);
    }
}
