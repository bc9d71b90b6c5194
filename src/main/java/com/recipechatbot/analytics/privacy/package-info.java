/** Redaction, keys and pseudonyms in plain Java, so that the chatbot and the pipeline share them. Uses only {@code tables}. */
package com.recipechatbot.analytics.privacy;
