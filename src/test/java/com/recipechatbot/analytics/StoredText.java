package com.recipechatbot.analytics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Everything that lies below a folder, to be searched: names, bytes, and what Parquet and gzip hide from a search of bytes. */
public final class StoredText {

    private final List<String> texts;

    private StoredText(List<String> texts) {
        this.texts = texts;
    }

    public static StoredText below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new StoredText(
                    files.filter(Files::isRegularFile).map(StoredText::textOf).toList());
        }
    }

    /** Which of the texts stand somewhere. */
    public Set<String> found(Collection<String> wanted) {
        Set<String> found = new TreeSet<>();
        for (String text : texts) {
            wanted.stream().filter(text::contains).forEach(found::add);
        }
        return found;
    }

    private static String textOf(Path file) {
        try {
            StringBuilder text = new StringBuilder(file.toString()).append('\n');
            text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            String name = file.getFileName().toString();
            if (name.endsWith(".parquet")) {
                appendRows(file, text);
            } else if (name.endsWith(".gz")) {
                try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    content.transferTo(bytes);
                    text.append(bytes.toString(StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void appendRows(Path file, StringBuilder text) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        try (ParquetReader<Group> rows = ParquetReader.builder(new GroupReadSupport(), path)
                .withConf(new Configuration())
                .build()) {
            for (Group row = rows.read(); row != null; row = rows.read()) {
                text.append(row);
            }
        }
    }
}
