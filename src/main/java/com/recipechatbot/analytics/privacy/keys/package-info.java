/** The secret keys, and the pseudonyms and sealed records that are made with them. Uses only {@code tables} and the AWS SDK. */
package com.recipechatbot.analytics.privacy.keys;
