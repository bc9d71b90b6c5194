/** The daily job against what people would use instead, and the rules alone in MB/s. May use every package; the jar holds none of it. */
package com.recipechatbot.analytics.benchmark;
