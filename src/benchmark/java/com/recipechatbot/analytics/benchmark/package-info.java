/** How many bytes of chat text the rules read in a second, on one core. May use {@code privacy}, {@code extraction} and {@code functions}. */
package com.recipechatbot.analytics.benchmark;
