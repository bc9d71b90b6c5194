package com.recipechatbot.analytics.lake;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import java.util.Map;

/** A table of one column, for tests of what the lake does with any table. */
final class Things {

    static final TableContract TABLE = new TableContract(
            "things",
            "restricted",
            "thing",
            "?",
            List.of("thing"),
            null,
            List.of(),
            "for ever",
            null,
            Map.of(),
            List.of(new TableContract.Column("thing", "STRING", "A thing.")));

    private Things() {}
}
