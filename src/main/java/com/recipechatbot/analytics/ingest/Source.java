package com.recipechatbot.analytics.ingest;

import java.time.LocalDate;
import java.util.List;

/**
 * One day's folder of an export: what a run replaces as a whole.
 *
 * @param id names the day and, by a hash that gives no path away, the input that it belongs to
 * @param files in the order of their names; none when the day is empty
 * @param isFinal whether the exporter has declared the day done, or has gone on to a later one
 * @param fingerprint differs when a file appeared, vanished or changed
 */
public record Source(String id, LocalDate day, List<SourceFile> files, boolean isFinal, String fingerprint) {}
