/**
 * The Delta tables of a lake: replacing parts of them, who may write, and reading them without Spark. May use
 * {@code tables}.
 */
package com.recipechatbot.analytics.lake;
