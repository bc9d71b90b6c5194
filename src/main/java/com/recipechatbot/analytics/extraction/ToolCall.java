package com.recipechatbot.analytics.extraction;

/**
 * One use of a tool by the chatbot.
 *
 * @param tool its name in snake_case; known aliases are folded: "web_search", "cookware_check"
 * @param failed whether the metadata says that the call failed
 */
public record ToolCall(String tool, boolean failed) {}
