/**
 * The runs that publish days, weeks and months. May use ingest, facts, functions, metrics, lake, privacy, extraction, logs
 * and tables. Start reading at {@link com.recipechatbot.analytics.run.DailyRun}.
 */
package com.recipechatbot.analytics.run;
