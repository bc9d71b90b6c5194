/** The commands that apply the rules to texts from standard input, and the text files that options name. May use privacy and extraction; starts no Spark. */
package com.recipechatbot.analytics.command.text;
