package com.recipechatbot.analytics.ingest.parse;

import com.google.common.base.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches bytes eight at a time: most of the work of reading is to find the ends of lines and strings. */
public final class WideBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private WideBytes() {}

    /** The position of the first byte that is one of two ASCII characters, or {@code to} when there is none. */
    public static int indexOf(byte[] bytes, int from, int to, char one, char other) {
        long ones = one * LOWEST_BITS;
        long others = other * LOWEST_BITS;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            long found = zeros(eight ^ ones) | zeros(eight ^ others);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < to && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }

    /** Whether bytes are UTF-8 in its shortest form, without surrogates: the form that all readers agree on. */
    static boolean isUtf8(byte[] bytes, int from, int to) {
        return isAscii(bytes, from, to) || Utf8.isWellFormed(bytes, from, to - from);
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES && ((long) LONGS.get(bytes, at) & HIGHEST_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at == to;
    }

    /** Sets the highest bit of the first byte that is zero; later bits mean nothing. */
    private static long zeros(long eight) {
        return (eight - LOWEST_BITS) & ~eight & HIGHEST_BITS;
    }
}
