/**
 * What a table promises, the periods it reports and the sources of its rows. A leaf: every package may use it, and it
 * uses no other.
 */
package com.recipechatbot.analytics.tables;
