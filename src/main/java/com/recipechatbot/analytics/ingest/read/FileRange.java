package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.FilePromise;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import java.io.Serializable;

/**
 * The part of a file that one task reads.
 *
 * @param file its name relative to the input
 * @param location its whole URI
 * @param start the first byte
 * @param end the byte after the last; lines that begin before it are read to their end
 * @param promise what a manifest says about the file, which is then read whole; null without one
 */
record FileRange(String sourceId, String file, String location, long start, long end, FilePromise promise)
        implements Serializable {

    static FileRange whole(Source source, SourceFile file) {
        return new FileRange(source.id(), file.name(), file.location(), 0, Long.MAX_VALUE, file.promise());
    }
}
