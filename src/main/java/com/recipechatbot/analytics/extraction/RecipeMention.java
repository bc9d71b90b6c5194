package com.recipechatbot.analytics.extraction;

/**
 * A dish that a message names.
 *
 * @param name as written, without markup, leading determiners and praise
 * @param key canonical: case, accents, punctuation and plural folded; mentions of one dish share it
 */
public record RecipeMention(String name, String key) {}
