/** The Delta tables of a lake: replacing a part of one, who may write now, and reading them without Spark. May use {@code tables}. */
package com.recipechatbot.analytics.lake;
