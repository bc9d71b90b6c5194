package com.recipechatbot.analytics.serving.report;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;

/** A question that the report answers for any period, with the SQL that gives the same rows. */
interface Chart {

    /** Identifies its SQL file, its place on the page and its CSV file. */
    String id();

    /** The section of the page that it belongs to. */
    String section();

    String title();

    List<Column> columns();

    Drawing drawing();

    Figure figure(PublishedTables tables, Period period);

    /** For Athena; {@code :from} and {@code :to} are the first and the last day of the period, and {@code :min_users} the number of users from which a group is shown. */
    default String sql() {
        return TableContract.resource("/report/sql/" + id() + ".sql").strip();
    }
}
