/**
 * The exported JSON in: every record of an export becomes one row, parsed or rejected with a reason and a position.
 * Uses tables, Hadoop's file systems and Spark's DataSource V2; the parts that know JSON and time are plain Java.
 */
package com.recipechatbot.analytics.ingest;
