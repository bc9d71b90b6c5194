package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.functions.NamedFunction;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** The pseudonym of a user for one feature, {@code f_} and 26 characters, from that of {@code user_activity}. */
public final class FeatureKeyFunction extends NamedFunction implements ScalarFunction<UTF8String> {

    private static final long serialVersionUID = 1;

    private final Pseudonyms pseudonyms;

    FeatureKeyFunction(Pseudonyms pseudonyms) {
        super("feature_key", DataTypes.StringType, DataTypes.StringType, DataTypes.StringType);
        this.pseudonyms = pseudonyms;
    }

    public UTF8String invoke(UTF8String activityKey, UTF8String feature) {
        return activityKey == null || feature == null
                ? null
                : UTF8String.fromString(pseudonyms.feature(activityKey.toString(), feature.toString()));
    }
}
