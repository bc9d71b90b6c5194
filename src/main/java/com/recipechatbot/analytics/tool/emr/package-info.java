/** EMR Serverless: the requests that start the jobs there, starting and following a run, and what a month costs. */
package com.recipechatbot.analytics.tool.emr;
