/**
 * Recipe names, dish categories and signs of how a conversation goes, from redacted text; start reading at
 * {@link com.recipechatbot.analytics.extraction.MessageReader}. Plain Java: uses no Spark class, and no other package of
 * the project.
 */
package com.recipechatbot.analytics.extraction;
