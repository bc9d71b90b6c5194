/**
 * Replaces personal data in a text with placeholders; start reading at
 * {@link com.recipechatbot.analytics.privacy.redact.Redactor}. Uses no other package of the project.
 */
package com.recipechatbot.analytics.privacy.redact;
