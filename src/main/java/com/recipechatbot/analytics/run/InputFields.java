package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.util.Optional;

/**
 * What the input calls the fields of a record; the same for all that is read into a lake.
 *
 * @param asked empty to keep the mapping of the lake
 */
public record InputFields(Optional<FieldMapping> asked) {

    /** @throws UsageException when the lake has published days that were read with another mapping */
    public FieldMapping of(Lake lake) {
        FieldMapping kept = lake.settings().fields().map(FieldMapping::new).orElse(FieldMapping.NONE);
        FieldMapping mapping = asked.orElse(kept);
        if (!mapping.equals(kept) && lake.exists(MetricTable.DAILY_METRICS.contract())) {
            throw new UsageException(
                    "Cannot read the input with the fields %s: the lake has published days that were read with %s. Give no fields to use those of the lake, or start a new lake."
                            .formatted(text(mapping), text(kept)));
        }
        return mapping;
    }

    private static String text(FieldMapping mapping) {
        return mapping.entries().isEmpty() ? "no mapping" : String.join(", ", mapping.entries());
    }
}
