package com.recipechatbot.analytics.ingest;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A file with records.
 *
 * @param name relative to the input
 * @param location its whole URI
 * @param length in bytes, as stored
 * @param version what changes when the file is written again: its ETag or, without one, its modification time
 * @param promise what a manifest says about it; null without one
 */
public record SourceFile(String name, String location, long length, String version, FilePromise promise) {

    private static final Pattern LEFT_OVER = Pattern.compile(
            "(?i)(~|#|[.](bak|backup|old|orig|tmp|temp|sw[op]|part|partial|filepart|crdownload|crc|md|md5))$|(^|/)(README|LICENSE)([^/a-z][^/]*)?$|(^|/)(Thumbs[.]db|desktop[.]ini)$");

    public static SourceFile below(Path root, FileStatus file) {
        return below(root, file, null);
    }

    public static SourceFile below(Path root, FileStatus file, FilePromise promise) {
        String tag = file instanceof EtagSource tagged ? tagged.getEtag() : null;
        return new SourceFile(
                root.toUri().relativize(file.getPath().toUri()).getPath(),
                file.getPath().toUri().toString(),
                file.getLen(),
                tag == null ? Long.toString(file.getModificationTime()) : tag,
                promise);
    }

    /** Whether somebody left it beside the data: a backup, a temporary file or a description. */
    public static boolean isLeftOver(String name) {
        return LEFT_OVER.matcher(name).find();
    }

    /** Whether it is a marker or still being written, or in such a folder: it holds no data. */
    public static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".") || name.contains("/_") || name.contains("/.");
    }
}
