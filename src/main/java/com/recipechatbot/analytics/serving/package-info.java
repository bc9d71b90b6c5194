/** What readers of the lake are given: so far the data dictionary. */
package com.recipechatbot.analytics.serving;
