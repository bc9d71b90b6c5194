package com.recipechatbot.analytics.sample;

import java.util.List;

/** What one table must hold after the sample, derived from the conversations as they took place. */
interface ExpectedTable {

    /** Takes a conversation that no opt-out excludes. Some tables need none, because the days of the users suffice. */
    default void add(Conversation conversation) {}

    /** The rows in the order of their key; columns named and defined as in the pipeline's table of the same name. */
    List<Row> rows();
}
