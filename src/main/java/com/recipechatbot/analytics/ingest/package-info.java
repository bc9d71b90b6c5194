/**
 * The exported JSON in: every record of an export becomes one row, parsed or rejected with a reason and a position. This
 * package is what others call, and they call nothing below it. May use {@code privacy} and {@code tables}.
 */
package com.recipechatbot.analytics.ingest;
