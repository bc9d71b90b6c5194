package com.recipechatbot.analytics.ingest.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.util.ReflectionUtils;
import org.apache.parquet.hadoop.codec.ZstandardCodec;

/** How a file is compressed, known by its first bytes. */
public enum Compression {
    GZIP(GzipCodec.class, "\u001f\u008b"),
    BZIP2(BZip2Codec.class, "BZh"),
    ZSTD(ZstandardCodec.class, "(\u00b5/\u00fd");

    public static final int LONGEST_MARK = 4;

    private static final Set<String> MARKED = Set.of(".gz", ".bz2", ".zst");

    private final Class<? extends CompressionCodec> codec;
    /** A character for each byte. */
    private final String mark;

    Compression(Class<? extends CompressionCodec> codec, String mark) {
        this.codec = codec;
        this.mark = mark;
    }

    /**
     * The codec for a file with these first bytes; null when it is not compressed.
     *
     * @param named the one that the name of the file promises, or null: some codecs have no mark
     * @throws IOException when the name promises one with a mark that is not there
     */
    public static CompressionCodec of(byte[] first, CompressionCodec named, Configuration hadoop) throws IOException {
        for (Compression compression : values()) {
            byte[] mark = compression.mark.getBytes(StandardCharsets.ISO_8859_1);
            if (first.length >= mark.length && Arrays.equals(mark, 0, mark.length, first, 0, mark.length)) {
                return ReflectionUtils.newInstance(compression.codec, hadoop);
            }
        }
        if (isSkippable(first)) {
            return ReflectionUtils.newInstance(ZSTD.codec, hadoop);
        }
        if (isText(first) || named == null) {
            return null;
        }
        if (MARKED.contains(named.getDefaultExtension())) {
            throw new IOException("not compressed as its name says");
        }
        return named;
    }

    /**
     * The bytes of a file as they were before they were compressed.
     *
     * @param named as for {@link #of}
     */
    public static InputStream uncompressed(InputStream stored, CompressionCodec named, Configuration hadoop)
            throws IOException {
        PushbackInputStream file = new PushbackInputStream(stored, LONGEST_MARK);
        byte[] first = file.readNBytes(LONGEST_MARK);
        file.unread(first);
        CompressionCodec codec = first.length == 0 ? null : of(first, named, hadoop);
        // Java's own gzip stream drops what follows a member when that is damaged, or the connection has nothing ready.
        return codec == null ? file : codec.createInputStream(file);
    }

    /** Some writers of zstd begin with a frame that holds no data. */
    private static boolean isSkippable(byte[] first) {
        return first.length == LONGEST_MARK
                && (first[0] & 0xF0) == 0x50
                && first[1] == 0x2A
                && first[2] == 0x4D
                && first[3] == 0x18;
    }

    /** Whether it begins as a file of JSON does, whatever its name says. */
    private static boolean isText(byte[] first) {
        for (byte next : first) {
            if (next == '{' || next == '[' || next == (byte) 0xEF) {
                return true;
            }
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return false;
            }
        }
        return true;
    }
}
