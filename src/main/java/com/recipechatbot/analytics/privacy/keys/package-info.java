/** The secret keys, and the pseudonyms and sealed records made with them. May use {@code tables} and the AWS SDK. */
package com.recipechatbot.analytics.privacy.keys;
