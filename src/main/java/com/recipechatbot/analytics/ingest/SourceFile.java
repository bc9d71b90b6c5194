package com.recipechatbot.analytics.ingest;

/**
 * A file with records.
 *
 * @param name relative to the input
 * @param location its whole URI
 * @param length in bytes, as stored
 * @param version what changes when the file is written again: its ETag, or where there is none the time of the change
 */
public record SourceFile(String name, String location, long length, String version) {}
