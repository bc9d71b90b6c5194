/**
 * Replaces personal data in a text by placeholders; start reading at
 * {@link com.recipechatbot.analytics.privacy.redact.Redactor}. Uses none of our packages.
 */
package com.recipechatbot.analytics.privacy.redact;
