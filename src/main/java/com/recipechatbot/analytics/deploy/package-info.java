/** The deployment on AWS as Java sees it: run requests, runs on EMR Serverless, tables and saved queries of Athena. May use privacy, serving and tables; uses no Spark. */
package com.recipechatbot.analytics.deploy;
