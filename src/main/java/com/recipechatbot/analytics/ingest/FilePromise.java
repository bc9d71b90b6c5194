package com.recipechatbot.analytics.ingest;

import java.io.Serializable;

/**
 * What the manifest of an export says about a file.
 *
 * @param md5 of the file as stored, base64
 * @param items how many records it holds
 * @param exportedAt the write time of items that have none of their own, in microseconds since the epoch; null for
 *     changes
 */
public record FilePromise(String md5, long items, Long exportedAt) implements Serializable {}
