/** What readers of the lake are given: the data dictionary and, in {@code report}, the HTML report. */
package com.recipechatbot.analytics.serving;
