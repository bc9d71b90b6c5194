/** The tools, the models and the rating that the metadata of a message reports. May use {@code extraction} for its lists of names. */
package com.recipechatbot.analytics.extraction.metadata;
