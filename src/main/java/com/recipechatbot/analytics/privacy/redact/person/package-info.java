/** Detects who somebody is and where they live: names of people and postal addresses. May use {@code redact.text} and {@code privacy}. */
package com.recipechatbot.analytics.privacy.redact.person;
