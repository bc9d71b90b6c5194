/**
 * The SQL functions over redaction, extraction and facts: {@code redact(text)} in a session, {@code chat.redact(text)} in a
 * view. May use {@code privacy}, {@code extraction}, {@code facts}, {@code metrics.counts} and {@code tables}.
 */
package com.recipechatbot.analytics.functions;
