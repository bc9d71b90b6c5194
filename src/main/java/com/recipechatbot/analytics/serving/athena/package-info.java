/** Athena: the statements that tell it of the tables, and the questions that are saved there. May use {@code tables}. */
package com.recipechatbot.analytics.serving.athena;
