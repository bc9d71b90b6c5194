package com.recipechatbot.analytics.ingest.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.FilePromise;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * One DynamoDB export, as described by its manifests: only they say which files belong to it, because incremental
 * exports share a folder. The manifests are verified here, each file while it is read.
 */
final class TableExport {

    static final String SUMMARY = "manifest-summary.json";
    static final String STARTED = "_started";
    static final String FILES = "manifest-files.json";

    private static final ObjectReader JSON = new ObjectMapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final FileSystem files;
    private final Path folder;
    private final ExportSummary summary;

    private TableExport(FileSystem files, Path folder, ExportSummary summary) {
        this.files = files;
        this.folder = folder;
        this.summary = summary;
    }

    /**
     * Reads the summary.
     *
     * @throws DamagedInputException when it does not match its checksum or cannot be used
     */
    static TableExport at(FileSystem files, Path folder) throws IOException {
        byte[] bytes = verified(files, folder, SUMMARY);
        try {
            return new TableExport(files, folder, ExportSummary.of(json(bytes)));
        } catch (ManifestException e) {
            throw damaged(folder, SUMMARY, e.getMessage());
        }
    }

    ExportSummary summary() {
        return summary;
    }

    Path folder() {
        return folder;
    }

    /** Its id while it is read; the sources of its days have ids with these days. */
    SourceId sourceId() {
        return new SourceId(SourceId.Kind.EXPORT, summary.day(), summary.hash());
    }

    /**
     * What is read of it.
     *
     * @throws DamagedInputException when a file is missing, or the manifests do not agree
     */
    Source source() throws IOException {
        List<SourceFile> found = new ArrayList<>();
        Set<Path> paths = new HashSet<>();
        long items = 0;
        for (ManifestFile file : manifestFiles()) {
            Path path = path(file);
            if (!paths.add(path)) {
                throw damaged(folder, FILES, "it names a file twice");
            }
            found.add(sourceFile(path, file));
            items += file.items();
        }
        if (items != summary.items()) {
            throw damaged(
                    folder, FILES, "its files hold %d items, %s says %d".formatted(items, SUMMARY, summary.items()));
        }
        return new Source(sourceId(), List.copyOf(found), true, Fingerprint.ofFiles(found));
    }

    private List<ManifestFile> manifestFiles() throws IOException {
        List<ManifestFile> found = new ArrayList<>();
        String text = new String(verified(files, folder, FILES), StandardCharsets.UTF_8);
        try {
            for (String line : text.split("\n", -1)) {
                if (!line.isBlank()) {
                    found.add(ManifestFile.of(json(line.getBytes(StandardCharsets.UTF_8))));
                }
            }
        } catch (ManifestException e) {
            throw damaged(folder, FILES, e.getMessage());
        }
        return found;
    }

    /** Below the folder where the export is now, which may not be where it was exported to. */
    private Path path(ManifestFile file) {
        Path holder = file.folder() == null ? folder.getParent() : folder;
        return new Path(new Path(holder, "data"), file.name());
    }

    private SourceFile sourceFile(Path path, ManifestFile file) throws IOException {
        try {
            Path above = folder.getParent().getParent() == null
                    ? folder.getParent()
                    : folder.getParent().getParent();
            return SourceFile.below(
                    above, files.getFileStatus(path), new FilePromise(file.md5(), file.items(), exportedAt()));
        } catch (FileNotFoundException e) {
            throw damaged(folder, FILES, "the file %s that it names is missing".formatted(path.getName()));
        }
    }

    /** An item of a full export was written before the time of the export; a change at exactly that time is newer. */
    private Long exportedAt() {
        return summary.isFull() ? ChronoUnit.MICROS.between(Instant.EPOCH, summary.to()) - 1 : null;
    }

    private static byte[] verified(FileSystem files, Path folder, String name) throws IOException {
        byte[] bytes = read(files, new Path(folder, name));
        // The documentation says .checksum, actual exports have .md5: either, both or neither may exist.
        for (String ending : List.of(".md5", ".checksum")) {
            Path file = new Path(folder, name.replace(".json", ending));
            if (files.exists(file)) {
                String promised = new String(read(files, file), StandardCharsets.UTF_8).strip();
                String md5 =
                        Base64.getEncoder().encodeToString(Fingerprint.md5().digest(bytes));
                if (!md5.equals(promised)) {
                    throw damaged(folder, name, "its MD5 is not the one in %s".formatted(file.getName()));
                }
            }
        }
        return bytes;
    }

    private static byte[] read(FileSystem files, Path file) throws IOException {
        try (InputStream stream = files.open(file)) {
            return stream.readAllBytes();
        } catch (FileNotFoundException e) {
            throw damaged(file.getParent(), file.getName(), "it is missing");
        }
    }

    private static JsonNode json(byte[] bytes) throws IOException, ManifestException {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Falls through: the exception quotes the file.
        }
        throw new ManifestException("it is not a JSON object");
    }

    private static DamagedInputException damaged(Path folder, String file, String problem) {
        return new DamagedInputException(
                "Cannot use %s of the export %s: %s. Export the table again, or copy the export again."
                        .formatted(file, folder.getName(), problem));
    }
}
