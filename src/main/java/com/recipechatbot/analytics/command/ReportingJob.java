package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.run.RunReport;
import java.util.List;

/** A job that reports what its runs did. */
interface ReportingJob {

    /** Of the runs that have ended; empty when the job ended before the first one had anything to report. */
    List<RunReport> reports();
}
