/** The commands that apply the rules to texts from standard input. May use {@code command.option}, privacy and extraction; starts no Spark. */
package com.recipechatbot.analytics.command.text;
