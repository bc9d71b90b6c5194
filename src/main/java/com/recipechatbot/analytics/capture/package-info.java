/**
 * The chatbot's side: the DynamoDB table, the tracker that fills it, and its exports to S3. AWS SDK and plain Java; may
 * use {@code privacy} and {@code extraction}, so that the chatbot redacts messages and finds dishes by the pipeline's
 * rules.
 */
package com.recipechatbot.analytics.capture;
