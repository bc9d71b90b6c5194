/**
 * From the bytes of files to records, and from records to Spark's rows. May use {@code layout}, {@code parse} and
 * {@code privacy}; only {@code ExportFormat}, {@code ExportScan} and {@code RowReader} know how Spark reads.
 */
package com.recipechatbot.analytics.ingest.read;
