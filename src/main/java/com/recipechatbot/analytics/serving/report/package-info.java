/** The HTML report: one page with everything in it, from rows that somebody else has read. May use {@code tables}. */
package com.recipechatbot.analytics.serving.report;
