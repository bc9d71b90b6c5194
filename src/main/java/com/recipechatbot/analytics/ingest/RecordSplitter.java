package com.recipechatbot.analytics.ingest;

import java.io.IOException;

/** Splits a file into its records: every byte that is no blank and no separator belongs to exactly one. */
interface RecordSplitter {

    /** The next record, or null when there is none. */
    RecordSlice next() throws IOException;
}
