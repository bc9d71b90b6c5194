package com.recipechatbot.analytics.ingest.read;

import java.io.IOException;
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
enum Compression {
    GZIP(GzipCodec.class, "\u001f\u008b"),
    BZIP2(BZip2Codec.class, "BZh"),
    ZSTD(ZstandardCodec.class, "(\u00b5/\u00fd");

    static final int LONGEST_MARK = 4;

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
    static CompressionCodec of(byte[] first, CompressionCodec named, Configuration hadoop) throws IOException {
        for (Compression compression : values()) {
            byte[] mark = compression.mark.getBytes(StandardCharsets.ISO_8859_1);
            if (first.length >= mark.length && Arrays.equals(mark, 0, mark.length, first, 0, mark.length)) {
                return ReflectionUtils.newInstance(compression.codec, hadoop);
            }
        }
        if (isText(first) || named == null) {
            return null;
        }
        if (MARKED.contains(named.getDefaultExtension())) {
            throw new IOException("not compressed as its name says");
        }
        return named;
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
