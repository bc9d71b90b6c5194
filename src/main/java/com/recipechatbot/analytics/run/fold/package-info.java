/**
 * The fold: records become facts where they are read, facts merge, and the rows of the working tables come out of them. The
 * functions of one query, each an object with the rules of the run. May use {@code facts}, {@code functions},
 * {@code privacy}, {@code extraction}, {@code ingest} and {@code tables}.
 */
package com.recipechatbot.analytics.run.fold;
