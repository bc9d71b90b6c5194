/** The options that several commands share, and how what is given to them is read: days, times, lists in files. May use run, capture, deploy, ingest, metrics, lake, logs, privacy, extraction and tables. */
package com.recipechatbot.analytics.command.option;
