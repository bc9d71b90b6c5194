/** From the turns of a conversation to its outcome and the user's satisfaction. May use {@code extraction} for the signs in a message. */
package com.recipechatbot.analytics.extraction.conversation;
