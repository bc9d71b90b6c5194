/**
 * Detects what is written as a number or a code: cards, accounts, phones, ids, secrets and dates of birth, in digits or in
 * words. May use {@code redact.text} and {@code privacy}.
 */
package com.recipechatbot.analytics.privacy.redact.number;
