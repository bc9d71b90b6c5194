/**
 * The chatbot's side: the DynamoDB table, the tracker that fills it, and its exports to S3. AWS SDK and plain Java; uses
 * privacy and extraction, so that the chatbot redacts and reads with the rules of the pipeline.
 */
package com.recipechatbot.analytics.capture;
