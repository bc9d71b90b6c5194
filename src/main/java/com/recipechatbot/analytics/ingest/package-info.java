/**
 * Reads the exported JSON: every record of an export becomes one row, parsed or rejected with a reason and a position.
 * Other packages call only this one, not those below it. May use {@code privacy} and {@code tables}.
 */
package com.recipechatbot.analytics.ingest;
