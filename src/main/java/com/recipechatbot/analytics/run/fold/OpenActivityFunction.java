package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.functions.NamedFunction;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import java.util.Arrays;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** The key of a user in {@code user_activity}, 16 bytes, opened from the seal in {@code conversation_parts}. */
public final class OpenActivityFunction extends NamedFunction implements ScalarFunction<byte[]> {

    private static final long serialVersionUID = 1;

    private final Pseudonyms pseudonyms;
    private transient RawPseudonyms raw;

    OpenActivityFunction(Pseudonyms pseudonyms) {
        super("open_activity", DataTypes.BinaryType, DataTypes.DateType, DataTypes.StringType, DataTypes.StringType);
        this.pseudonyms = pseudonyms;
    }

    public byte[] invoke(int epochDay, UTF8String dayKey, UTF8String seal) {
        if (raw == null) {
            raw = pseudonyms.raw();
        }
        byte[] keys = raw.open(epochDay, RawPseudonyms.parse(dayKey.toString()), RawPseudonyms.parse(seal.toString()));
        return Arrays.copyOfRange(keys, RawPseudonyms.BYTES, 2 * RawPseudonyms.BYTES);
    }
}
