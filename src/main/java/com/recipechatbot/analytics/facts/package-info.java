/**
 * The facts of a conversation: bytes without text and without ids that merge, so that a record folds into them wherever it
 * is read, and the result does not depend on order, split or repetition. May use {@code extraction}, {@code privacy} and
 * {@code tables}; knows nothing of Spark.
 */
package com.recipechatbot.analytics.facts;
