/**
 * Decides which records go when users are erased, and copies files without them. May use {@code read} and {@code
 * parse}.
 */
package com.recipechatbot.analytics.ingest.erase;
