/**
 * The SQL functions over redaction and extraction: {@code redact(text)} in a session, {@code chat.redact(text)} in a
 * view. The only Spark-side code of both. May use {@code privacy}, {@code extraction} and {@code tables}.
 */
package com.recipechatbot.analytics.functions;
