/**
 * Personal data in plain Java, shared by the chatbot and the pipeline: {@code redact} finds and replaces it,
 * {@code keys} makes pseudonyms from it. May use {@code tables}.
 */
package com.recipechatbot.analytics.privacy;
