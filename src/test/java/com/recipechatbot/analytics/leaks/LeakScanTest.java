package com.recipechatbot.analytics.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.leaks.Canary.Shape;
import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scan finds what it is there to find: a scan that found nothing anywhere would be worth nothing. */
class LeakScanTest {

    @TempDir
    private Path folder;

    private static List<Canary> canaries() {
        List<Canary> canaries = new ArrayList<>();
        for (PersonalDataType type : PersonalDataType.values()) {
            for (Shape shape : Shape.values()) {
                canaries.add(Canary.of(type, 17 + canaries.size(), "test", shape));
            }
        }
        return canaries;
    }

    @Test
    void everyCanaryIsOneThatTheRedactorKnows() {
        assertThat(canaries()).allSatisfy(canary -> {
            Redaction redaction = Redactor.standard().redact("So, " + canary.value() + ".");
            LeakScan scan = new LeakScan(List.of(canary));
            scan.text("redacted", redaction.isClean() ? canary.value() : redaction.text());
            assertThat(scan.findings().lines()).isEmpty();
        });
    }

    @Test
    void aCanaryIsFoundInEveryEncoding() {
        for (Canary canary : canaries()) {
            for (int before = 0; before < 3; before++) {
                String text = "x".repeat(before) + canary.value() + " and so on";
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                assertFound(canary, utf8);
                assertFound(canary, Base64.getEncoder().encode(utf8));
                assertFound(canary, Base64.getUrlEncoder().encode(utf8));
                assertFound(
                        canary, HexFormat.of().withUpperCase().formatHex(utf8).getBytes(StandardCharsets.UTF_8));
                assertFound(canary, text.getBytes(StandardCharsets.UTF_16LE));
                assertFound(canary, text.getBytes(StandardCharsets.UTF_16BE));
                assertFound(
                        canary, URLEncoder.encode(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
                assertFound(canary, JsonText.escaped(text).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aCanaryIsFoundInTheNameOfAFolder() throws IOException {
        Canary canary = canaries().get(0);
        Files.createDirectories(folder.resolve(canary.value()));

        assertFoundInFolder(canary);
    }

    @Test
    void aCanaryIsFoundInACompressedFile() throws IOException {
        Canary canary = canaries().get(0);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(canary.value().getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("report"), packed.toByteArray());

        assertFoundInFolder(canary);
    }

    @Test
    void aCanaryIsFoundInANestedValueOfAParquetFile() throws IOException {
        Canary canary = canaries().get(0);
        parquet(Map.of(), canary.value());

        assertFoundInFolder(canary);
    }

    @Test
    void aCanaryIsFoundInTheFooterOfAParquetFile() throws IOException {
        Canary canary = canaries().get(0);
        parquet(
                Map.of("note", Base64.getEncoder().encodeToString(canary.value().getBytes(StandardCharsets.UTF_8))),
                "-");

        assertFoundInFolder(canary);
    }

    private void parquet(Map<String, String> footer, String value) throws IOException {
        MessageType type = MessageTypeParser.parseMessageType(
                "message row { repeated group items { optional binary name (UTF8); } }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                        new LocalOutputFile(folder.resolve("part.parquet")))
                .withType(type)
                .withExtraMetaData(footer)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
            Group row = new SimpleGroupFactory(type).newGroup();
            // Compressed, it stands nowhere as it is.
            row.addGroup("items").append("name", "salt salt salt " + value + " salt salt salt");
            writer.write(row);
        }
    }

    private static void assertFound(Canary canary, byte[] content) {
        LeakScan scan = new LeakScan(List.of(canary));
        scan.bytes("planted", content);
        assertThat(scan.findings().canaries())
                .as("%s in %s", canary, new String(content, StandardCharsets.UTF_8))
                .containsExactly(canary);
    }

    private void assertFoundInFolder(Canary canary) throws IOException {
        LeakScan scan = new LeakScan(canaries());
        scan.folder(folder);
        assertThat(scan.findings().canaries()).containsExactly(canary);
    }
}
