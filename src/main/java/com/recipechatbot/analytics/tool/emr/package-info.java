/** The deployed stack: runs on EMR Serverless and their requests, what Athena is told, and what a month costs. */
package com.recipechatbot.analytics.tool.emr;
