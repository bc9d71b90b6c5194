/** Recipe names, dish categories, tools and conversation outcomes from redacted text: plain Java, uses no Spark class. */
package com.recipechatbot.analytics.extraction;
