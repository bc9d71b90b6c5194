package com.recipechatbot.analytics.sample;

import java.time.Instant;

/** A line of the export and when it reached the export, which decides its folder and its place there. */
record Delivery(Instant at, String line) {}
