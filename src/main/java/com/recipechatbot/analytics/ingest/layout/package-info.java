/**
 * Which files an input consists of, in each of the layouts that an export can have. May use {@code tables} and Hadoop's
 * file systems.
 */
package com.recipechatbot.analytics.ingest.layout;
