package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.FilePromise;
import com.recipechatbot.analytics.ingest.layout.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Base64;

/**
 * Checks a file against its manifest while it is read: at its end, its hash and the number of its records must match.
 */
final class PromisedStream {

    private final ExportFile file;
    private final FilePromise promise;
    private DigestInputStream stored;
    private long records;
    private boolean isKept;

    PromisedStream(ExportFile file, FilePromise promise) {
        this.file = file;
        this.promise = promise;
    }

    /** The file, uncompressed. */
    InputStream open() throws IOException {
        stored = new DigestInputStream(file.openStored(), Fingerprint.md5());
        try {
            return file.uncompressed(stored);
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    /**
     * Counts a record; at the end of the file, checks the promise.
     *
     * @param record null at the end
     * @throws DamagedInputException when the promise is broken
     */
    void note(RawRecord record) throws IOException {
        if (record != null) {
            records++;
        } else if (!isKept) {
            // Bytes after the compressed data belong to the file, too.
            stored.transferTo(OutputStream.nullOutputStream());
            String md5 =
                    Base64.getEncoder().encodeToString(stored.getMessageDigest().digest());
            if (!md5.equals(promise.md5())) {
                throw file.damaged("its MD5 is %s, the manifest says %s".formatted(md5, promise.md5()), null);
            }
            if (records != promise.items()) {
                throw file.damaged("it holds %d items, the manifest says %d".formatted(records, promise.items()), null);
            }
            isKept = true;
        }
    }
}
