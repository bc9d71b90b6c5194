/**
 * The scheduled jobs. With {@code tool}, the only place that knows every stage, the clock, the environment and the
 * exit codes. Start reading at {@link com.recipechatbot.analytics.job.DailyRun}.
 */
package com.recipechatbot.analytics.job;
