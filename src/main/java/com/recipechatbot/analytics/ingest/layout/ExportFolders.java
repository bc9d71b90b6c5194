package com.recipechatbot.analytics.ingest.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where DynamoDB puts its exports: {@code prefix/AWSDynamoDB/<export>/manifest-summary.json}. */
public record ExportFolders(FileSystem files) {

    private static final String HOLDER = "AWSDynamoDB";

    /** The exports of an input: itself, those in it, or those in its {@code AWSDynamoDB}; none for other inputs. */
    List<Path> of(Path given) throws IOException {
        if (isExport(given)) {
            return List.of(given);
        }
        Path holder = given.getName().equals(HOLDER) ? given : new Path(given, HOLDER);
        return files.exists(holder) ? in(holder) : List.of();
    }

    /** An export and those beside it. */
    List<Path> beside(Path export) throws IOException {
        return export.getParent() == null ? List.of(export) : in(export.getParent());
    }

    boolean isFinished(Path export) throws IOException {
        return files.exists(new Path(export, TableExport.SUMMARY));
    }

    private List<Path> in(Path holder) throws IOException {
        List<Path> found = new ArrayList<>();
        for (FileStatus child : files.listStatus(holder)) {
            if (child.isDirectory() && isExport(child.getPath())) {
                found.add(child.getPath());
            }
        }
        found.sort(null);
        return found;
    }

    private boolean isExport(Path folder) throws IOException {
        return isFinished(folder)
                || files.exists(new Path(folder, TableExport.STARTED))
                // An export that lost its summary is still not a plain folder.
                || files.exists(new Path(folder, TableExport.FILES));
    }
}
