/**
 * From the bytes of one record to its fields, or to the reason why it cannot be used. Uses none of our packages, and of
 * Spark only its text type.
 */
package com.recipechatbot.analytics.ingest.parse;
