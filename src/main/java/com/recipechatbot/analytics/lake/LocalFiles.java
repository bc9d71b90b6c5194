package com.recipechatbot.analytics.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without its child processes: without native libraries Hadoop runs {@code chmod}, {@code ls}
 * or {@code readlink} for each file, 276 of them in a run of a small day. Hadoop instantiates it by the settings in
 * {@code jobs/java.options}.
 */
public final class LocalFiles extends LocalFileSystem {

    public LocalFiles() {
        super(new Raw());
    }

    /** The same for Hadoop's newer interface, through which Delta writes its checksum files. */
    public static final class Context extends ChecksumFs {

        public Context(URI ignored, Configuration hadoop) throws IOException, URISyntaxException {
            super(new RawContext(hadoop));
        }
    }

    private static final class RawContext extends DelegateToFileSystem {

        RawContext(Configuration hadoop) throws IOException, URISyntaxException {
            super(FsConstants.LOCAL_FS_URI, new Raw(), hadoop, FsConstants.LOCAL_FS_URI.getScheme(), false);
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }

        @Override
        public boolean isValidName(String path) {
            // Any name that the operating system takes.
            return true;
        }
    }

    private static final class Raw extends RawLocalFileSystem {

        /** As {@code chmod} does it, which leaves a folder's bits for the owner and group of new files alone. */
        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            java.nio.file.Path file = pathToFile(path).toPath();
            int kept = Files.isDirectory(file) ? (Integer) Files.getAttribute(file, "unix:mode") & 06000 : 0;
            Files.setAttribute(file, "unix:mode", kept | permission.toShort());
        }

        /** As Hadoop finds it, with owner and permissions, which Hadoop would ask {@code ls} for, one file at a time. */
        @Override
        public FileStatus getFileStatus(Path path) throws IOException {
            FileStatus status = super.getFileStatus(path);
            PosixFileAttributes file = attributes(path);
            return new FileStatus(
                    status.getLen(),
                    status.isDirectory(),
                    status.getReplication(),
                    status.getBlockSize(),
                    status.getModificationTime(),
                    status.getAccessTime(),
                    FsPermission.valueOf("-" + PosixFilePermissions.toString(file.permissions())),
                    file.owner().getName(),
                    file.group().getName(),
                    status.getPath());
        }

        private PosixFileAttributes attributes(Path path) throws IOException {
            try {
                return Files.readAttributes(pathToFile(path).toPath(), PosixFileAttributes.class);
            } catch (NoSuchFileException e) {
                // It was deleted just now. A listing leaves out what is not found in this way only.
                throw new FileNotFoundException("File %s does not exist".formatted(path));
            }
        }

        @Override
        public FileStatus getFileLinkStatus(Path path) throws IOException {
            return Files.isSymbolicLink(pathToFile(path).toPath())
                    ? super.getFileLinkStatus(path)
                    : getFileStatus(path);
        }
    }
}
