/**
 * An invented export with planted faults, and what a correct pipeline must count on it. Shares nothing with the pipeline
 * but {@code tables}, so that the two can disagree.
 */
package com.recipechatbot.analytics.sample;
