/** Which records go when users are erased, and the copy of a file without them. May use {@code read} and {@code parse}. */
package com.recipechatbot.analytics.ingest.erase;
