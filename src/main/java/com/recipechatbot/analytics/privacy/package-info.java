/**
 * Personal data in plain Java, shared by the chatbot and the pipeline: {@code redact} finds and replaces it, {@code keys}
 * makes pseudonyms of it. Uses only {@code tables}.
 */
package com.recipechatbot.analytics.privacy;
