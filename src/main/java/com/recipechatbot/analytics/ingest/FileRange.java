package com.recipechatbot.analytics.ingest;

import java.io.Serializable;

/**
 * The part of a file that one task reads.
 *
 * @param file its name relative to the input
 * @param location its whole URI
 * @param start the first byte
 * @param end the byte behind the last; the lines that begin before it are read to their end
 */
record FileRange(String sourceId, String file, String location, long start, long end) implements Serializable {}
