/** Commands that are not scheduled jobs; those over text and tables start no Spark. */
package com.recipechatbot.analytics.tool;
