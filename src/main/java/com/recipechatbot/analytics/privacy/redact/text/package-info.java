/**
 * A text as the detectors of personal data see it: folded characters, tokens, groups of digits and what words mean; and
 * whether its bytes show any sign of personal data. Of ours, uses only the list of types in {@code privacy}.
 */
package com.recipechatbot.analytics.privacy.redact.text;
