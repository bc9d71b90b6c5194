package com.recipechatbot.analytics.facts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow. Numbers of any size are written as such or with as many bytes as they need: none is cut off. */
final class FactsWriter {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    FactsWriter(int capacity) {
        bytes = new byte[capacity];
    }

    static int readInt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static void writeInt(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static long readLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    int size() {
        return size;
    }

    /** Forgets what was written and keeps the room. */
    void clear() {
        size = 0;
    }

    void putByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        room(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void putLong(long value) {
        room(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** A number that is not negative, seven bits a byte. */
    void putCount(int value) {
        int left = value;
        while (left > 0x7f) {
            putByte(left | 0x80);
            left >>>= 7;
        }
        putByte(left);
    }

    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putCount(utf8.length);
        put(utf8, 0, utf8.length);
    }

    void put(byte[] from, int start, int length) {
        room(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    /** Fills in what was left open, such as a length that is only known at the end. */
    void setInt(int at, int value) {
        INT.set(bytes, at, value);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 16L, bytes.length * 2L)));
        }
    }
}
