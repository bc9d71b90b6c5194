package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The layout {@code year=2025/month=01/day=15} below a folder. Days are looked up one by one, never by a pattern. */
public final class DayFolders {

    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("'year='uuuu/'month='MM/'day='dd");
    private static final String DONE = "_SUCCESS";

    private final FileSystem files;
    private final Path root;
    private final String rootHash;

    private DayFolders(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
        this.rootHash = Fingerprint.ofFolder(root.toString());
    }

    /** @throws InputNotReadyException when there is no such folder */
    public static DayFolders below(Configuration hadoop, String input) throws IOException {
        Path given = new Path(input);
        FileSystem files = given.getFileSystem(hadoop);
        if (!files.exists(given)) {
            throw new InputNotReadyException(
                    "Cannot read the input %s: there is no such folder. Check the path, or run again when the export is there."
                            .formatted(input));
        }
        DayFolders here = new DayFolders(files, files.makeQualified(given));
        DayFolders inside = new DayFolders(files, files.makeQualified(new Path(given, "conversations")));
        return here.numbered(here.root, "year=").isEmpty() && files.exists(inside.root) ? inside : here;
    }

    /** Whether there is a folder for any year. */
    public boolean isThere() throws IOException {
        return !numbered(root, "year=").isEmpty();
    }

    /** The days of the range that have a folder, in order; it may be empty. */
    List<Source> sources(DayRange days) throws IOException {
        LocalDate newest = newest().orElse(LocalDate.MIN);
        List<Source> sources = new ArrayList<>();
        for (LocalDate day : days.days()) {
            source(day, day.isBefore(newest)).ifPresent(sources::add);
        }
        return sources;
    }

    /** Every day that has a folder, in order. */
    public List<Source> all() throws IOException {
        List<Source> sources = new ArrayList<>();
        for (var year : numbered(root, "year=").entrySet()) {
            for (var month :
                    numbered(year.getValue(), "month=").headMap(12, true).entrySet()) {
                YearMonth days = YearMonth.of(year.getKey(), month.getKey());
                for (int day : numbered(month.getValue(), "day=")
                        .headMap(days.lengthOfMonth(), true)
                        .keySet()) {
                    source(days.atDay(day), true).ifPresent(sources::add);
                }
            }
        }
        return sources;
    }

    private Optional<Source> source(LocalDate day, boolean isFollowed) throws IOException {
        Path folder = new Path(root, FOLDER.format(day));
        List<SourceFile> found = new ArrayList<>();
        boolean isFinal = isFollowed;
        try {
            RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
            while (all.hasNext()) {
                FileStatus file = all.next();
                String name = folder.toUri().relativize(file.getPath().toUri()).getPath();
                isFinal |= name.equals(DONE);
                if (!SourceFile.isHidden(name)) {
                    found.add(SourceFile.below(root, file));
                }
            }
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
        found.sort(Comparator.comparing(SourceFile::name));
        SourceId id = new SourceId(SourceId.Kind.DAY, day, rootHash);
        return Optional.of(new Source(id, List.copyOf(found), isFinal, Fingerprint.ofFiles(found)));
    }

    /** The first day that has a folder. */
    Optional<LocalDate> oldest() throws IOException {
        return first(Function.identity());
    }

    /** The last day that has a folder, in any range. */
    private Optional<LocalDate> newest() throws IOException {
        return first(NavigableMap::descendingMap);
    }

    private Optional<LocalDate> first(Function<NavigableMap<Integer, Path>, NavigableMap<Integer, Path>> order)
            throws IOException {
        for (var year : order.apply(numbered(root, "year=")).entrySet()) {
            var months = numbered(year.getValue(), "month=").headMap(12, true);
            for (var month : order.apply(months).entrySet()) {
                YearMonth days = YearMonth.of(year.getKey(), month.getKey());
                var found = numbered(month.getValue(), "day=").headMap(days.lengthOfMonth(), true);
                if (!found.isEmpty()) {
                    return Optional.of(days.atDay(order.apply(found).firstKey()));
                }
            }
        }
        return Optional.empty();
    }

    /** The folders with this prefix and a number from 1 to 9999. */
    private NavigableMap<Integer, Path> numbered(Path folder, String prefix) throws IOException {
        NavigableMap<Integer, Path> found = new TreeMap<>();
        for (FileStatus child : files.listStatus(folder)) {
            String name = child.getPath().getName();
            String number = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            boolean isNumber =
                    !number.isEmpty() && number.length() < 5 && number.chars().allMatch(c -> c >= '0' && c <= '9');
            if (child.isDirectory() && isNumber) {
                found.put(Integer.parseInt(number), child.getPath());
            }
        }
        found.remove(0);
        return found;
    }
}
