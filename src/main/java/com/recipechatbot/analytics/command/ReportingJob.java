package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.run.RunReport;
import java.util.Optional;

/** A job that tells what its run did. */
interface ReportingJob {

    /** Of the run that has ended; empty when it ended before it had anything to report. */
    Optional<RunReport> report();
}
