/** The commands that apply the rules to texts from standard input. May use the command line's own classes, privacy and extraction; starts no Spark. */
package com.recipechatbot.analytics.command.text;
