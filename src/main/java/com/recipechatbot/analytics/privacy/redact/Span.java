package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.PersonalDataType;

/** The position of a personal value, in Unicode code points of the text it was found in; the end is exclusive. */
public record Span(PersonalDataType type, int start, int end) {}
