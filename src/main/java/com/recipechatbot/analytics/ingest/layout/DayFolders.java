package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
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

    private static final String DONE = "_SUCCESS";
    private static final String YEAR = "year=";

    private final FileSystem files;
    private final Path root;
    private final String rootHash;

    private DayFolders(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
        this.rootHash = Fingerprint.ofFolder(root.toString());
    }

    /**
     * @throws InputNotReadyException when there is no such folder
     * @throws UsageException when it is a file
     */
    public static DayFolders below(Configuration hadoop, String input) throws IOException {
        Path given = new Path(input);
        FileSystem files = given.getFileSystem(hadoop);
        if (!status(files, given, input).isDirectory()) {
            throw new UsageException(
                    "Cannot read the input %s: it is a file. Give the folder that holds it.".formatted(input));
        }
        DayFolders here = new DayFolders(files, files.makeQualified(given));
        DayFolders inside = new DayFolders(files, files.makeQualified(new Path(given, "conversations")));
        return here.numbered(List.of(here.root), YEAR, new LeftOut()).isEmpty() && files.exists(inside.root)
                ? inside
                : here;
    }

    /** Whether there is a folder for any year. */
    public boolean isThere() throws IOException {
        return !numbered(List.of(root), YEAR, new LeftOut()).isEmpty();
    }

    private static FileStatus status(FileSystem files, Path given, String input) throws IOException {
        try {
            return files.getFileStatus(given);
        } catch (FileNotFoundException e) {
            throw new InputNotReadyException(
                    "Cannot read the input %s: there is no such folder. Check the path, or run again when the export is there."
                            .formatted(input));
        }
    }

    /** The days of the range that have a folder, in order; it may be empty. */
    List<Source> sources(DayRange days, LeftOut leftOut) throws IOException {
        LocalDate newest = newest().orElse(LocalDate.MIN);
        List<Source> sources = new ArrayList<>();
        for (var day : folders(days.from(), days.to(), leftOut).entrySet()) {
            sources.add(source(day.getKey(), day.getValue(), day.getKey().isBefore(newest), leftOut));
        }
        return sources;
    }

    /** The folders of each day: {@code month=1} may exist beside {@code month=01}. */
    private NavigableMap<LocalDate, List<Path>> folders(LocalDate from, LocalDate to, LeftOut leftOut)
            throws IOException {
        NavigableMap<LocalDate, List<Path>> found = new TreeMap<>();
        for (var year : numbered(List.of(root), YEAR, leftOut).entrySet()) {
            if (year.getKey() < from.getYear() || year.getKey() > to.getYear()) {
                continue;
            }
            for (var month : numbered(year.getValue(), "month=", leftOut).entrySet()) {
                if (month.getKey() > 12) {
                    month.getValue().forEach(folder -> leftOut.add(name(folder)));
                    continue;
                }
                YearMonth days = YearMonth.of(year.getKey(), month.getKey());
                if (days.atEndOfMonth().isBefore(from) || days.atDay(1).isAfter(to)) {
                    continue;
                }
                for (var day : numbered(month.getValue(), "day=", leftOut).entrySet()) {
                    if (day.getKey() > days.lengthOfMonth()) {
                        day.getValue().forEach(folder -> leftOut.add(name(folder)));
                    } else if (!days.atDay(day.getKey()).isBefore(from)
                            && !days.atDay(day.getKey()).isAfter(to)) {
                        found.put(days.atDay(day.getKey()), day.getValue());
                    }
                }
            }
        }
        return found;
    }

    private Source source(LocalDate day, List<Path> folders, boolean isFollowed, LeftOut leftOut) throws IOException {
        List<SourceFile> found = new ArrayList<>();
        boolean isFinal = isFollowed;
        for (Path folder : folders) {
            RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
            while (all.hasNext()) {
                FileStatus file = all.next();
                String name = folder.toUri().relativize(file.getPath().toUri()).getPath();
                isFinal |= name.equals(DONE);
                if (SourceFile.isHidden(name)) {
                    continue;
                }
                if (SourceFile.isLeftOver(name)) {
                    leftOut.add(name(file.getPath()));
                } else {
                    found.add(SourceFile.below(root, file));
                }
            }
        }
        found.sort(Comparator.comparing(SourceFile::name));
        SourceId id = new SourceId(SourceId.Kind.DAY, day, rootHash);
        return new Source(id, List.copyOf(found), isFinal, Fingerprint.ofFiles(found));
    }

    private String name(Path path) {
        return root.toUri().relativize(path.toUri()).getPath();
    }

    /** The first day that has a folder. */
    Optional<LocalDate> oldest() throws IOException {
        return first(Function.identity());
    }

    /** The last day that has a folder, in any range. */
    private Optional<LocalDate> newest() throws IOException {
        return first(NavigableMap::descendingMap);
    }

    private Optional<LocalDate> first(
            Function<NavigableMap<Integer, List<Path>>, NavigableMap<Integer, List<Path>>> order) throws IOException {
        LeftOut others = new LeftOut();
        for (var year : order.apply(numbered(List.of(root), YEAR, others)).entrySet()) {
            var months = numbered(year.getValue(), "month=", others).headMap(12, true);
            for (var month : order.apply(months).entrySet()) {
                YearMonth days = YearMonth.of(year.getKey(), month.getKey());
                var found = numbered(month.getValue(), "day=", others).headMap(days.lengthOfMonth(), true);
                if (!found.isEmpty()) {
                    return Optional.of(days.atDay(order.apply(found).firstKey()));
                }
            }
        }
        return Optional.empty();
    }

    /** The folders in these with this prefix and a number from 1 to 9999. */
    private NavigableMap<Integer, List<Path>> numbered(List<Path> folders, String prefix, LeftOut leftOut)
            throws IOException {
        NavigableMap<Integer, List<Path>> found = new TreeMap<>();
        for (Path folder : folders) {
            for (FileStatus child : files.listStatus(folder)) {
                String name = child.getPath().getName();
                int number = child.isDirectory() ? number(name, prefix) : 0;
                if (number > 0) {
                    found.computeIfAbsent(number, first -> new ArrayList<>()).add(child.getPath());
                } else if (!SourceFile.isHidden(name)) {
                    leftOut.add(name(child.getPath()) + (child.isDirectory() ? "/" : ""));
                }
            }
        }
        found.values().forEach(same -> same.sort(null));
        return found;
    }

    /** 0 when there is none. */
    private static int number(String name, String prefix) {
        String number = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
        boolean isNumber =
                !number.isEmpty() && number.length() < 5 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean isShortYear = prefix.equals(YEAR) && number.length() < 4;
        return isNumber && !isShortYear ? Integer.parseInt(number) : 0;
    }
}
