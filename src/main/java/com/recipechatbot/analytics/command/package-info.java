/** The jobs and tools of the command line, with their options and output formats: the only place that knows the clock, the environment and exit codes. May use every other package. */
package com.recipechatbot.analytics.command;
