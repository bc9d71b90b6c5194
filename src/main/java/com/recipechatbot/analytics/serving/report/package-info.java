/** The HTML report: one self-contained page, made from rows that the caller has read. May use {@code tables}. */
package com.recipechatbot.analytics.serving.report;
