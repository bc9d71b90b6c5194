/**
 * The QuickSight dashboard as a CloudFormation template, from {@code emr/quicksight/dashboard.json} and the tables'
 * contracts. May use {@code tables}.
 */
package com.recipechatbot.analytics.serving.quicksight;
