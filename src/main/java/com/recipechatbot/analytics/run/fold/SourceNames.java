package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.tables.SourceId;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** The ids of sources by their places in the rules: for an export, that of the message's day. */
final class SourceNames implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<SourceId> sources;
    private final boolean isByMessageDay;
    private transient Map<Long, UTF8String> names;

    SourceNames(FoldRules rules) {
        this.sources = rules.sources();
        this.isByMessageDay = rules.isByMessageDay();
    }

    UTF8String of(int source, int epochDay) {
        if (names == null) {
            names = new HashMap<>();
        }
        return names.computeIfAbsent(
                ((long) source << Integer.SIZE) | (epochDay & 0xffffffffL),
                missing -> isByMessageDay
                        ? UTF8String.fromString(sources.get(source)
                                .of(LocalDate.ofEpochDay(epochDay))
                                .toString())
                        : ofReading(source));
    }

    /** The id under which it is read. */
    UTF8String ofReading(int source) {
        return UTF8String.fromString(sources.get(source).toString());
    }
}
