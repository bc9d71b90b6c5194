package com.recipechatbot.analytics.ingest.read;

import static com.recipechatbot.analytics.TableExportFolder.change;
import static com.recipechatbot.analytics.TableExportFolder.item;
import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Mutations;
import com.recipechatbot.analytics.TableExportFolder;
import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken input is parsed, rejected or refused with a reason, and every record is counted. */
class FuzzTest {

    private static final String PLAIN = message("c1", "2025-01-06T10:00:00", "ann", "user", "Hi");
    private static final String REMOVE = change("2025-01-06T10:00:01Z", null, PLAIN);
    private static final List<String> RECORDS = List.of(
            PLAIN,
            item(PLAIN),
            change("2025-01-06T10:00:01Z", PLAIN, PLAIN),
            REMOVE,
            "{\"eventName\":\"INSERT\",\"dynamodb\":{\"ApproximateCreationDateTime\":1736157601,\"NewImage\":{\"conversation_id\":{\"S\":\"c\"}}}}",
            // Typed, without anything around it.
            item(PLAIN).substring("{\"Item\":".length(), item(PLAIN).length() - 1),
            "{\"before\":null,\"after\":%s,\"op\":\"u\",\"ts_ms\":1736157601000}".formatted(PLAIN),
            "{\"data\":%s,\"metadata\":{\"operation\":\"delete\",\"timestamp\":\"2025-01-06T10:00:01Z\"}}"
                    .formatted(PLAIN));

    /** Two records as files hold them. */
    private static final List<String> FILES = List.of(
            "%s\n%s\n",
            "%s%s",
            "%s,\n%s",
            "[%s,%s]",
            "[%s][\n%s\n]",
            "{\"Items\":[%s,%s],\"Count\":2}",
            "{\"detail\":%s}\n%s",
            "\uFEFF%s\n\uFEFF%s",
            "[\n  %s,\n  %s\n]\n",
            "{\"Records\":[{\"body\":%s},{\"detail\":%s}]}",
            "%s\\n%s");

    /** Two records that services carry in a text. */
    private static final List<String> CARRIERS = List.of(
            "{\"Records\":[{\"body\":%s},{\"kinesis\":{\"data\":%s}}]}",
            "{\"Message\":%s}\n{\"awslogs\":{\"data\":%s}}", "{\"Messages\":[{\"Body\":%s},{\"Body\":%s}]}");

    /** White space, commas, brackets, and what a wrapper has around its array. */
    private static final Pattern SEPARATORS = Pattern.compile(
            "(\u00EF\u00BB\u00BF|\\{\\s*\"(Items|Records|Messages)\"\\s*:\\s*|[\\s,\\[\\]]|\\\\[nrt]|](?s:.*?)(}|\\z))*");

    private static final Configuration HADOOP = new Configuration();
    private static final Source SOURCE = new Source(SourceId.parse("day-2025-01-06-00000000"), List.of(), true, "");

    private final MessageParser parser = new MessageParser(FieldMapping.NONE);

    @TempDir
    private Path root;

    @Test
    void tenThousandBrokenFilesLoseNoRecordAndBreakNothing() throws IOException {
        Mutations mutations = new Mutations(1);
        Path path = root.resolve("broken");
        int parsed = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] file = mutations.of(i % 4 == 0 ? carried(i / 4, mutations) : plain(i));
            Files.write(path, i % 5 == 0 ? Mutations.gzip(file) : file);
            SourceFile source = new SourceFile("broken", path.toUri().toString(), file.length, "1", null);
            long end = 0;
            try (RangeReader records = RangeReader.open(HADOOP, SOURCE, source, parser)) {
                for (List<FoundRecord> next = records.next(); next != null; next = records.next()) {
                    RawRecord slice = next.get(0).slice();
                    // Nothing but what separates records is left out, and nothing is read twice.
                    assertThat(slice.offset()).isGreaterThanOrEqualTo(end);
                    assertThat(new String(file, (int) end, (int) (slice.offset() - end), StandardCharsets.ISO_8859_1))
                            .matches(SEPARATORS);
                    end = slice.offset() + slice.length();
                    for (FoundRecord found : next) {
                        ParsedRecord record = found.record();
                        boolean isUsable = record.conversationId() != null
                                && record.sentAt() != null
                                && (record.role() != null || record.change() != null);
                        assertThat(record.reason() == null).isEqualTo(isUsable);
                        parsed += isUsable ? 1 : 0;
                    }
                }
            }
            assertThat(new String(file, (int) end, (int) (file.length - end), StandardCharsets.ISO_8859_1))
                    .matches(SEPARATORS);
        }
        // Neither are all of them whole nor all broken.
        assertThat(parsed).isBetween(4_000, 16_000);
    }

    private static String plain(int i) throws IOException {
        boolean isPretty = i % 3 == 0;
        return FILES.get(i % FILES.size())
                .formatted(
                        laidOut(RECORDS.get(i % RECORDS.size()), isPretty),
                        laidOut(RECORDS.get((i + 1) % RECORDS.size()), isPretty));
    }

    /** What is encoded breaks before. */
    private static String carried(int i, Mutations mutations) throws IOException {
        String broken = new String(mutations.of(RECORDS.get(i % RECORDS.size())), StandardCharsets.UTF_8);
        return CARRIERS.get(i % CARRIERS.size())
                .formatted(
                        Mutations.carried(broken, 1 + i / 3 % 3),
                        Mutations.carried(RECORDS.get((i + 1) % RECORDS.size()), 1 + i / 9 % 3));
    }

    /** Over several lines, as a pretty printer does it, or on one. */
    private static String laidOut(String record, boolean isPretty) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return isPretty ? json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(record)) : record;
    }

    @Test
    void twoHundredBrokenManifestsAreRefusedOrRead() throws IOException {
        TableExportFolder exports = new TableExportFolder(root);
        List<List<String>> files = List.of(List.of(item(PLAIN)), List.of(item(PLAIN), item(PLAIN)));
        Mutations mutations = new Mutations(2);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            Path export = i % 2 == 0
                    ? exports.full("0170-full", "2025-01-07T00:00:00Z", files)
                    : exports.incremental("0180-day", "2025-01-06T00:00:00Z", "2025-01-07T00:00:00Z", files);
            String name = i % 4 < 2 ? "manifest-summary" : "manifest-files";
            byte[] manifest = mutations.of(Files.readString(export.resolve(name + ".json")));
            TableExportFolder.manifest(export, name, manifest);
            try {
                assertThat(count(export)).isEqualTo(3);
            } catch (DamagedInputException | InputNotReadyException e) {
                assertThat(e.getMessage()).startsWith("Cannot ");
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 190);
    }

    private long count(Path export) throws IOException {
        ConversationExport opened =
                ConversationExport.open(HADOOP, export.toString(), DayRange.of(LocalDate.parse("2025-01-06")));
        long count = 0;
        for (Source source : opened.reads()) {
            for (SourceFile file : source.files()) {
                try (RangeReader records = RangeReader.open(HADOOP, source, file, parser)) {
                    while (records.next() != null) {
                        count++;
                    }
                }
            }
        }
        return count;
    }
}
