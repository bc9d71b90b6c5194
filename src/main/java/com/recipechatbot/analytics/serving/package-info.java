/**
 * What readers of the lake get: the data dictionary, the HTML report ({@code report}), the dashboard
 * ({@code quicksight}) and Athena's tables and questions ({@code athena}). May use {@code tables}.
 */
package com.recipechatbot.analytics.serving;
