/** What runs and the deployment cost, from files of prices and measurements. May use tables. */
package com.recipechatbot.analytics.deploy.cost;
