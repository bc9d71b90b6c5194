package com.recipechatbot.analytics.ingest.read;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** What one task reads, one after the other. */
record FileRanges(List<FileRange> ranges) implements InputPartition {}
