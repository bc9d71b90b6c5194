package com.recipechatbot.analytics.ingest.erase;

import com.recipechatbot.analytics.ingest.read.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies a file record by record and omits some of them, together with the line end or comma that separates them from
 * their neighbours. Every other byte stays the same.
 */
public final class SelectiveCopy {

    private final InputStream from;
    private final OutputStream to;
    private final byte[] buffer = new byte[1 << 16];
    /** What comes before an omitted record, such as a line end, a comma or a bracket; null when none was omitted. */
    private byte[] gap;

    private long position;
    private boolean hasKept;

    public SelectiveCopy(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    public void keep(RawRecord record) throws IOException {
        to.write(gapUntil(record.offset()));
        gap = null;
        hasKept = true;
        transfer(record.length(), to);
    }

    public void leaveOut(RawRecord record) throws IOException {
        gap = gapUntil(record.offset());
        transfer(record.length(), OutputStream.nullOutputStream());
    }

    /** Copies what follows the last record. */
    public void finish() throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        from.transferTo(rest);
        to.write(joined(rest.toByteArray()));
    }

    private byte[] gapUntil(long until) throws IOException {
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        transfer(until - position, next);
        return joined(next.toByteArray());
    }

    /** One of the gaps around an omitted record is enough: the first, unless the second ends an array. */
    private byte[] joined(byte[] next) {
        if (gap == null) {
            return next;
        }
        if (!contains(next, ']')) {
            // Between objects on a line there is nothing.
            return hasKept && gap.length == 0 ? next : gap;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        for (byte character : gap) {
            if (character != ',') {
                both.write(character);
            }
        }
        both.writeBytes(next);
        return both.toByteArray();
    }

    private void transfer(long length, OutputStream target) throws IOException {
        long left = length;
        while (left > 0) {
            int count = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException();
            }
            target.write(buffer, 0, count);
            left -= count;
        }
        position += length;
    }

    private static boolean contains(byte[] bytes, char wanted) {
        for (byte character : bytes) {
            if (character == wanted) {
                return true;
            }
        }
        return false;
    }
}
