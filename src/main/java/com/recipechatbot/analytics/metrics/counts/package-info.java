/** Which small counts may be published, in plain Java. Uses none of our packages; {@code functions} may use it. */
package com.recipechatbot.analytics.metrics.counts;
