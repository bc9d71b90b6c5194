/** The list of tables and the queries behind them. May use {@code tables} and, through SQL only, the functions. */
package com.recipechatbot.analytics.metrics;
