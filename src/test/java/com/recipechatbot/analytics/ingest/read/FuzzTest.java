package com.recipechatbot.analytics.ingest.read;

import static com.recipechatbot.analytics.TableExportFolder.change;
import static com.recipechatbot.analytics.TableExportFolder.item;
import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken input is parsed, rejected or refused with a reason, and every record is counted. */
class FuzzTest {

    private static final String PLAIN = message("c1", "2025-01-06T10:00:00", "ann", "user", "Hi");
    private static final List<String> LINES = List.of(
            PLAIN,
            item(PLAIN),
            change("2025-01-06T10:00:01Z", PLAIN, PLAIN),
            change("2025-01-06T10:00:01Z", null, PLAIN),
            "{\"eventName\":\"INSERT\",\"dynamodb\":{\"ApproximateCreationDateTime\":1736157601,\"NewImage\":{\"conversation_id\":{\"S\":\"c\"}}}}");

    @TempDir
    private Path root;

    @Test
    void tenThousandBrokenFilesLoseNoRecordAndBreakNothing() throws IOException {
        Mutations mutations = new Mutations(1);
        MessageParser parser = new MessageParser(FieldMapping.NONE);
        int parsed = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] file = mutations.of(LINES.get(i % LINES.size()) + "\n" + LINES.get((i + 1) % LINES.size()) + "\n");
            LineSplitter lines =
                    new LineSplitter(new ByteWindow(new ByteArrayInputStream(file), 0, 1 << 20), Long.MAX_VALUE, 0);
            long records = 0;
            for (RawRecord slice = lines.next(); slice != null; slice = lines.next()) {
                ParsedRecord record = parser.parse(slice.bytes(), slice.from(), slice.to());
                boolean isUsable = record.conversationId() != null
                        && record.sentAt() != null
                        && (record.role() != null || record.change() != null);
                assertThat(record.reason() == null).isEqualTo(isUsable);
                parsed += isUsable ? 1 : 0;
                records++;
            }
            assertThat(records).isEqualTo(linesIn(file));
        }
        // Neither are all of them whole nor all broken.
        assertThat(parsed).isBetween(4_000, 16_000);
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

    private static long count(Path export) throws IOException {
        ConversationExport opened = ConversationExport.open(
                new Configuration(), export.toString(), DayRange.of(LocalDate.parse("2025-01-06")));
        long count = 0;
        for (Source source : opened.reads()) {
            for (SourceFile file : source.files()) {
                try (ParsedFile records =
                        new ParsedFile(new Configuration(), source, file, new MessageParser(FieldMapping.NONE))) {
                    while (records.next()) {
                        count++;
                    }
                }
            }
        }
        return count;
    }

    /** By another way than the splitter's. */
    private static long linesIn(byte[] file) {
        return List.of(new String(file, StandardCharsets.ISO_8859_1).split("\n", -1)).stream()
                .filter(line -> !line.matches("[ \\t\\r]*"))
                .count();
    }
}
