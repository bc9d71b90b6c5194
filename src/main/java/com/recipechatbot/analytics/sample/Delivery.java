package com.recipechatbot.analytics.sample;

import java.time.Instant;

/** A line of the export and when it arrived there, which decides its folder and its place. */
record Delivery(Instant at, String line) {}
