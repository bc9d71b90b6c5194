/** What is done to a lake after its days are published: erasing, expiring, replaying, verifying, explaining and answering access requests. May use run, ingest, metrics, lake, privacy, extraction and tables. */
package com.recipechatbot.analytics.upkeep;
