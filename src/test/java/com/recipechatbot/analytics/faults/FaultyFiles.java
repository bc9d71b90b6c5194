package com.recipechatbot.analytics.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system of the tests, that fails when it is told to: at the n-th call that changes something, or when so
 * many bytes are written. Whole or not, a call that fails leaves what a broken machine leaves: the file as far as it came.
 */
public final class FaultyFiles extends LocalFileSystem {

    private static final AtomicLong CALLS = new AtomicLong();
    private static final AtomicLong BYTES = new AtomicLong();
    private static volatile long failingCall = Long.MAX_VALUE;
    private static volatile long lastCall = Long.MAX_VALUE;
    private static volatile long capacity = Long.MAX_VALUE;

    /** Hadoop makes it from its name. */
    public FaultyFiles() {
        super(new Disk());
    }

    /** Something that is run with these files. */
    public interface Work {
        void run() throws Exception;
    }

    /** How many calls there were since the last work began. */
    static long calls() {
        return CALLS.get();
    }

    /** How many bytes were written since then. */
    static long bytes() {
        return BYTES.get();
    }

    /** Only counts. */
    static void counting(Configuration hadoop, Work work) throws Exception {
        failing(hadoop, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, work);
    }

    /** Lets one call fail, from 1 on: those after it work again. */
    static void failingOnceAt(Configuration hadoop, long call, Work work) throws Exception {
        failing(hadoop, call, call, Long.MAX_VALUE, work);
    }

    /** Lets a call and all that follow fail, as after a kill: nothing can be cleaned up any more. */
    static void dyingAt(Configuration hadoop, long call, Work work) throws Exception {
        failing(hadoop, call, Long.MAX_VALUE, Long.MAX_VALUE, work);
    }

    /** A disk that is full after so many bytes. Deleting gives nothing back. */
    static void withCapacity(Configuration hadoop, long bytes, Work work) throws Exception {
        failing(hadoop, Long.MAX_VALUE, Long.MAX_VALUE, bytes, work);
    }

    private static synchronized void failing(Configuration hadoop, long first, long last, long bytes, Work work)
            throws Exception {
        CALLS.set(0);
        BYTES.set(0);
        failingCall = first;
        lastCall = last;
        capacity = bytes;
        hadoop.set("fs.file.impl", FaultyFiles.class.getName());
        // Hadoop keeps the file systems that it made: this one must come, and go.
        hadoop.setBoolean("fs.file.impl.disable.cache", true);
        try {
            work.run();
        } finally {
            hadoop.unset("fs.file.impl");
            hadoop.unset("fs.file.impl.disable.cache");
            failingCall = Long.MAX_VALUE;
            lastCall = Long.MAX_VALUE;
            capacity = Long.MAX_VALUE;
        }
    }

    private static void call(String what, Path path) throws IOException {
        long call = CALLS.incrementAndGet();
        if (call >= failingCall && call <= lastCall) {
            throw new IOException("Cannot %s %s: the disk fails at call %d.".formatted(what, path, call));
        }
    }

    /** The files below the checksums. */
    private static final class Disk extends RawLocalFileSystem {

        @Override
        public FSDataOutputStream create(
                Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
                throws IOException {
            call("create", path);
            return faulty(super.create(path, overwrite, buffer, replication, block, progress));
        }

        @Override
        public FSDataOutputStream create(
                Path path,
                FsPermission permission,
                boolean overwrite,
                int buffer,
                short replication,
                long block,
                Progressable progress)
                throws IOException {
            call("create", path);
            return faulty(super.create(path, permission, overwrite, buffer, replication, block, progress));
        }

        private static FSDataOutputStream faulty(FSDataOutputStream out) throws IOException {
            return new FSDataOutputStream(new Sink(out), null);
        }

        @Override
        public boolean rename(Path from, Path to) throws IOException {
            call("rename", from);
            return super.rename(from, to);
        }

        @Override
        public boolean delete(Path path, boolean recursive) throws IOException {
            call("delete", path);
            return super.delete(path, recursive);
        }

        @Override
        public boolean mkdirs(Path path) throws IOException {
            if (!exists(path)) {
                call("make", path);
            }
            return super.mkdirs(path);
        }
    }

    private static final class Sink extends OutputStream {

        private final OutputStream out;

        Sink(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (BYTES.addAndGet(count) > capacity) {
                throw new IOException("No space left on device");
            }
            out.write(bytes, from, count);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
