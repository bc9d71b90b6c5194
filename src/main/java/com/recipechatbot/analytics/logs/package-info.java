/** Logging that redacts every event before an appender sees it. May use privacy, log4j, and Spark's plugin interface. */
package com.recipechatbot.analytics.logs;
