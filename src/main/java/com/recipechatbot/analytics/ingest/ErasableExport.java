package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.ingest.erase.ErasureTargets;
import com.recipechatbot.analytics.ingest.erase.SelectiveCopy;
import com.recipechatbot.analytics.ingest.layout.DayFolders;
import com.recipechatbot.analytics.ingest.layout.DayInput;
import com.recipechatbot.analytics.ingest.layout.ExportInput;
import com.recipechatbot.analytics.ingest.layout.PlainFolder;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import com.recipechatbot.analytics.ingest.read.ExportFile;
import com.recipechatbot.analytics.ingest.read.FoundRecord;
import com.recipechatbot.analytics.ingest.read.RangeReader;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * An export from which users are erased: it is searched completely, then rewritten file by file. It is read here and
 * not by tasks, so that none of their ids gets into a query plan or a log.
 */
public final class ErasableExport {

    private static final String WHOLE_EXPORT = "manifest-summary.json";
    private static final DayRange EVER = new DayRange(LocalDate.MIN, LocalDate.MAX);

    private final Configuration hadoop;
    private final List<Source> sources;
    private final List<String> notes;
    private final List<String> wholeExports;
    private final MessageParser parser;
    private final ErasureTargets erased;

    private ErasableExport(
            Configuration hadoop,
            List<Source> sources,
            List<String> notes,
            List<String> wholeExports,
            Collection<String> users,
            FieldMapping mapping) {
        this.hadoop = hadoop;
        this.sources = sources;
        this.notes = notes;
        this.wholeExports = wholeExports;
        this.parser = new MessageParser(mapping);
        this.erased = new ErasureTargets(Set.copyOf(users), parser);
    }

    /**
     * What was found of the users.
     *
     * @param conversationKeys of the conversations that name them
     * @param recordKeys of the rejected records that hold their ids
     * @param searched keys of all rejected records that were searched
     * @param notSearched how many records are too long to be searched
     */
    public record Found(Set<String> conversationKeys, Set<String> recordKeys, Set<String> searched, long notSearched) {

        /** For an export that does not exist any more. */
        public static final Found NOTHING = new Found(Set.of(), Set.of(), Set.of(), 0);
    }

    /** How much was rewritten. */
    public record Rewritten(int files, long records) {

        public static final Rewritten NOTHING = new Rewritten(0, 0);
    }

    /**
     * Lists the files of every day, or of a plain folder of JSON Lines.
     *
     * @param mapping what the export calls the fields
     * @throws InputNotReadyException when the folder does not exist, or holds neither days nor exports nor records
     */
    public static ErasableExport open(
            Configuration hadoop, String input, Collection<String> users, FieldMapping mapping) {
        try {
            List<String> wholeExports = wholeExports(hadoop, new Path(input));
            ExportInput files = DayInput.of(DayFolders.below(hadoop, input), EVER);
            if (files.reads().isEmpty() && wholeExports.isEmpty()) {
                files = plain(hadoop, new Path(input));
            }
            List<String> notes = files.reads().isEmpty() ? List.of() : files.notes();
            return new ErasableExport(hadoop, files.reads(), notes, wholeExports, users, mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is beside the files that are searched, in sentences. */
    public List<String> notes() {
        return notes;
    }

    /** The folders of DynamoDB exports. They are not edited, because an edited export can no longer be verified. */
    public List<String> wholeExports() {
        return wholeExports;
    }

    /**
     * Searches every record for the conversations of the users: a reply to a user need not contain the user's id.
     *
     * @throws DamagedInputException when a file cannot be read to its end
     */
    public Found find(Pseudonyms pseudonyms) {
        Set<String> recordKeys = new TreeSet<>();
        Set<String> searched = new HashSet<>();
        long notSearched = 0;
        for (Source source : sources) {
            for (SourceFile file : source.files()) {
                try (RangeReader records = RangeReader.open(hadoop, source, file, parser)) {
                    for (List<FoundRecord> next = records.next(); next != null; next = records.next()) {
                        for (FoundRecord found : next) {
                            erased.learn(found);
                            RejectionReason reason = found.record().reason();
                            if (reason == RejectionReason.RECORD_TOO_LONG) {
                                notSearched++;
                            } else if (reason != null) {
                                String key = pseudonyms.record(found.bytes());
                                searched.add(key);
                                if (erased.hold(found)) {
                                    recordKeys.add(key);
                                }
                            }
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        Set<String> conversationKeys = new TreeSet<>();
        for (UTF8String conversation : erased.conversations()) {
            conversationKeys.add(pseudonyms.conversation(conversation.toString()));
        }
        return new Found(conversationKeys, recordKeys, searched, notSearched);
    }

    /** Rewrites the files that hold records of the users or of conversations that {@link #find} found. */
    public Rewritten rewrite() {
        int files = 0;
        long count = 0;
        for (Source source : sources) {
            for (SourceFile file : source.files()) {
                try {
                    if (holdsErased(source, file)) {
                        count += rewrite(source, file);
                        files++;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new Rewritten(files, count);
    }

    private boolean holdsErased(Source source, SourceFile file) throws IOException {
        try (RangeReader records = RangeReader.open(hadoop, source, file, parser)) {
            for (List<FoundRecord> next = records.next(); next != null; next = records.next()) {
                if (erased.hold(next)) {
                    return true;
                }
            }
        }
        return false;
    }

    private long rewrite(Source source, SourceFile file) throws IOException {
        ExportFile export = new ExportFile(hadoop, file.name(), file.location());
        long[] leftOut = {0};
        export.replace(out -> {
            try (RangeReader records = RangeReader.open(hadoop, source, file, parser);
                    InputStream bytes = export.open(0)) {
                SelectiveCopy copy = new SelectiveCopy(bytes, out);
                for (List<FoundRecord> next = records.next(); next != null; next = records.next()) {
                    if (erased.hold(next)) {
                        copy.leaveOut(next.get(0).slice());
                        leftOut[0] += next.size();
                    } else {
                        copy.keep(next.get(0).slice());
                    }
                }
                copy.finish();
            }
        });
        return leftOut[0];
    }

    /** A plain folder as one source, of no particular day. */
    private static PlainFolder plain(Configuration hadoop, Path root) throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        return PlainFolder.below(files, files.makeQualified(root), DayRange.of(LocalDate.EPOCH))
                .orElseThrow(() -> new InputNotReadyException(
                        "Cannot erase from the input %s: it holds no folder like year=2025/month=01/day=15, no %s and no JSON Lines. Check the path."
                                .formatted(root, WHOLE_EXPORT)));
    }

    private static List<String> wholeExports(Configuration hadoop, Path root) throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        List<String> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
            Path file = all.next().getPath();
            if (file.getName().equals(WHOLE_EXPORT)) {
                found.add(file.getParent().toString());
            }
        }
        found.sort(null);
        return found;
    }
}
