package com.recipechatbot.analytics.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.ingest.ExportFolder;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.tables.SourceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadPlanTest {

    private static final String DAY = "2025-01-15";
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path input;

    @Test
    void many_small_files_share_as_many_tasks_as_can_run_at_once() {
        SourceFile small = file("a.json", "{}\n", MEGABYTE / 10);

        ReadPlan plan = plan(Collections.nCopies(28, small));

        assertThat(plan.tasks()).extracting(task -> task.ranges().size()).containsExactly(14, 14);
    }

    @Test
    void a_large_file_of_lines_is_split_without_gap_or_overlap() {
        ReadPlan plan = plan(List.of(file("a.json", "{}\n", 200 * MEGABYTE)));

        List<FileRange> ranges =
                plan.tasks().stream().flatMap(task -> task.ranges().stream()).toList();
        assertThat(ranges).hasSize(4);
        assertThat(ranges.get(0).start()).isZero();
        assertThat(ranges.get(3).end()).isGreaterThanOrEqualTo(200 * MEGABYTE);
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).start()).isEqualTo(ranges.get(i - 1).end());
        }
    }

    @Test
    void a_large_array_is_read_whole() {
        ReadPlan plan = plan(List.of(file("a.json", "\uFEFF\n [{}]", 200 * MEGABYTE)));

        assertThat(plan.tasks())
                .flatExtracting(FileRanges::ranges)
                .extracting(FileRange::start)
                .containsExactly(0L);
    }

    @Test
    void a_large_compressed_file_is_read_whole() {
        ReadPlan plan = plan(List.of(file("a.json.bz2", "BZh9", 200 * MEGABYTE)));

        assertThat(plan.tasks())
                .flatExtracting(FileRanges::ranges)
                .extracting(FileRange::start)
                .containsExactly(0L);
    }

    @Test
    void a_plan_reaches_the_tasks_as_it_was_made() {
        ReadPlan plan = plan(List.of(file("odd name %41 é\n.json", "{}\n", 200 * MEGABYTE)));

        assertThat(ReadPlan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void something_else_is_no_plan() {
        assertThatThrownBy(() -> ReadPlan.fromJson("{"))
                .hasMessage(
                        "Cannot read the export: option 'plan.urls' is not a plan. Use ConversationExport to read an export.");
    }

    /** The file is short whatever its length says: a plan looks at the first bytes only. */
    private SourceFile file(String name, String content, long length) {
        Path file = new ExportFolder(input).write(DAY, name, content.getBytes(StandardCharsets.UTF_8));
        return new SourceFile(name, file.toUri().toString(), length, "1", null);
    }

    private static ReadPlan plan(List<SourceFile> files) {
        Source source = new Source(SourceId.parse("day-%s-00000000".formatted(DAY)), files, true, "");
        return ReadPlan.of(new Configuration(), List.of(source), FieldMapping.of(List.of("message=body")), 2);
    }
}
