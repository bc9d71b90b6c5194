/** Athena: the statements that register the tables, and the questions that are saved there. May use {@code tables}. */
package com.recipechatbot.analytics.serving.athena;
