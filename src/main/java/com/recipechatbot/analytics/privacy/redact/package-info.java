/**
 * Replaces personal data in a text with placeholders; start reading at
 * {@link com.recipechatbot.analytics.privacy.redact.Redactor}. Finds URLs, e-mail and IP addresses itself, and the rest by
 * {@code number} and {@code person}, which all read the text as {@code text} shows it; other packages call only this one.
 */
package com.recipechatbot.analytics.privacy.redact;
