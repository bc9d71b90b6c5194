package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/**
 * Lays the records of a case out as the chatbot exports them. A record lies in the folder of its {@code _folder}, else of
 * the date that its timestamp begins with, else of the record before it.
 */
final class MetricCaseExport {

    private static final Pattern FOLDER = Pattern.compile("\"_folder\":\"([-0-9]{10})\"");
    private static final Pattern DATE = Pattern.compile("\"timestamp\":\"([-0-9]{10})");

    private MetricCaseExport() {}

    static ConversationExport write(MetricCase metricCase, List<String> records, Path root) throws IOException {
        TreeMap<LocalDate, List<String>> folders = new TreeMap<>();
        metricCase.days("empty_days").forEach(day -> folders.put(day, new ArrayList<>()));
        LocalDate day = null;
        for (String line : records) {
            Matcher folder = FOLDER.matcher(line);
            Matcher date = DATE.matcher(line);
            if (folder.find()) {
                day = LocalDate.parse(folder.group(1));
            } else if (date.find()) {
                day = LocalDate.parse(date.group(1));
            }
            folders.computeIfAbsent(day, none -> new ArrayList<>()).add(line);
        }
        for (var entry : folders.entrySet()) {
            LocalDate folderDay = entry.getKey();
            Path folder = Files.createDirectories(root.resolve("year=%d/month=%02d/day=%02d"
                    .formatted(folderDay.getYear(), folderDay.getMonthValue(), folderDay.getDayOfMonth())));
            Files.write(folder.resolve("conversations-%s.json".formatted(folderDay)), entry.getValue());
            if (!metricCase.days("unfinished_days").contains(folderDay)) {
                Files.createFile(folder.resolve("_SUCCESS"));
            }
        }
        return ConversationExport.open(
                new Configuration(), root.toString(), new DayRange(folders.firstKey(), folders.lastKey()));
    }
}
