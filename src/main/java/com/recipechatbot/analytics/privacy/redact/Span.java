package com.recipechatbot.analytics.privacy.redact;

/** Where a value of personal data stands, in Unicode code points of the text it was found in; the end is exclusive. */
public record Span(PersonalDataType type, int start, int end) {}
