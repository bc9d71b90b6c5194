/** What a table promises, and the periods it reports. A leaf: every package may use it, and it uses none. */
package com.recipechatbot.analytics.tables;
