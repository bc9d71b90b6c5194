package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.DayClock;
import com.recipechatbot.analytics.facts.SettledFacts;
import com.recipechatbot.analytics.functions.NamedFunction;
import java.time.ZoneId;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;

/** Decides over merged facts which records are loaded. */
public final class SettleFunction extends NamedFunction implements ScalarFunction<byte[]> {

    private static final long serialVersionUID = 1;

    private final ZoneId zone;
    private transient DayClock clock;

    SettleFunction(ZoneId zone) {
        super("settle_facts", DataTypes.BinaryType, DataTypes.BinaryType);
        this.zone = zone;
    }

    public byte[] invoke(byte[] facts) {
        if (clock == null) {
            clock = new DayClock(zone);
        }
        return SettledFacts.of(facts, clock);
    }
}
