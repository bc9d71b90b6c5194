package com.recipechatbot.analytics.extraction.metadata;

/**
 * One use of a tool by the chatbot.
 *
 * @param tool its name, see {@link ToolNames}: "web_search", "(other)"
 * @param failed whether the metadata says that the call failed
 */
public record ToolCall(String tool, boolean failed) {}
