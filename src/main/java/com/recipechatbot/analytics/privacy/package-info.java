/**
 * Personal data in plain Java, shared by the chatbot and the pipeline: its types, {@code redact}, which finds and replaces
 * it, and {@code keys}, which makes pseudonyms from it. May use {@code tables}.
 */
package com.recipechatbot.analytics.privacy;
