/** What readers of the lake are given: the data dictionary, in {@code report} the HTML report, in {@code quicksight} the dashboard. */
package com.recipechatbot.analytics.serving;
