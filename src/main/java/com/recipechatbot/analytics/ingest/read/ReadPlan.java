package com.recipechatbot.analytics.ingest.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Which task reads what: large files of lines in several ranges, small files several to a task. */
public record ReadPlan(List<FileRanges> tasks, FieldMapping mapping) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST_TASK = 64L << 20;
    /** Opening a file costs as much as reading this many bytes. */
    private static final long COST_OF_OPENING = 4L << 20;

    /**
     * Plans a reading.
     *
     * @param mapping what the sources call the fields
     * @param parallelism the number of tasks that can run at once
     */
    public static ReadPlan of(Configuration hadoop, List<Source> sources, FieldMapping mapping, int parallelism) {
        long total = 0;
        for (Source source : sources) {
            total += source.files().stream()
                    .mapToLong(file -> file.length() + COST_OF_OPENING)
                    .sum();
        }
        // Room for one more file than its share; otherwise files of uneven size leave a small last task.
        long share = total / parallelism + COST_OF_OPENING;
        long size = Math.max(2 * COST_OF_OPENING, Math.min(LARGEST_TASK, share));
        return new ReadPlan(tasksOf(size, hadoop, sources), mapping);
    }

    private static List<FileRanges> tasksOf(long size, Configuration hadoop, List<Source> sources) {
        List<FileRanges> tasks = new ArrayList<>();
        List<FileRange> task = new ArrayList<>();
        long taken = 0;
        for (Source source : sources) {
            for (SourceFile file : source.files()) {
                for (FileRange range : ranges(hadoop, source, file, size)) {
                    long cost = Math.min(range.end(), file.length()) - range.start() + COST_OF_OPENING;
                    if (!task.isEmpty() && taken + cost > size) {
                        tasks.add(new FileRanges(List.copyOf(task)));
                        task.clear();
                        taken = 0;
                    }
                    task.add(range);
                    taken += cost;
                }
            }
        }
        tasks.add(new FileRanges(List.copyOf(task)));
        return tasks;
    }

    private static List<FileRange> ranges(Configuration hadoop, Source source, SourceFile file, long size) {
        FileRange whole = FileRange.whole(source, file);
        // The promise about a file can be checked only by a task that reads all of it.
        if (file.promise() != null || file.length() <= size || !RangeReader.isSplittable(hadoop, file)) {
            return List.of(whole);
        }
        List<FileRange> ranges = new ArrayList<>();
        for (long start = 0; start < file.length(); start += size) {
            ranges.add(new FileRange(source.id(), file.name(), file.location(), start, start + size, null));
        }
        return ranges;
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot pass the list of files to Spark: it cannot be written as JSON.", e);
        }
    }

    static ReadPlan fromJson(String json) {
        try {
            return JSON.readValue(json, ReadPlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot read the export: option 'plan.urls' is not a plan. Use ConversationExport to read an export.",
                    e);
        }
    }
}
