package com.recipechatbot.analytics.ingest.read;

import java.io.IOException;

/** Splits a file into its records: every byte except white space and separators belongs to exactly one. */
interface Splitter {

    /** The next record, or null when there is none. */
    RawRecord next() throws IOException;
}
