/** The jobs and tools of the command line, with their output formats; with {@code option} and {@code text} below it, the only place that knows the clock, the environment and exit codes. May use every other package. */
package com.recipechatbot.analytics.command;
