package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.facts.FactsBuilder;
import com.recipechatbot.analytics.functions.NamedFunction;
import com.recipechatbot.analytics.privacy.keys.RawPseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A row of {@code item_writes} as facts: a write that another source has recorded. */
public final class KnownWriteFunction extends NamedFunction implements ScalarFunction<byte[]> {

    private static final long serialVersionUID = 1;

    private static final StructType COLUMNS =
            StructType.fromDDL(TableContract.read("item_writes").schemaDdl());

    KnownWriteFunction() {
        super("known_write", DataTypes.BinaryType, COLUMNS);
    }

    public static byte[] invoke(InternalRow write) {
        return new FactsBuilder()
                .start(RawPseudonyms.parse(write.getUTF8String(0).toString()))
                .knownOf(write.getUTF8String(7).toString())
                .knownWrite(
                        write.getLong(1),
                        write.getLong(2),
                        write.isNullAt(6) ? null : write.getString(6),
                        write.isNullAt(3) ? null : write.getLong(3),
                        write.isNullAt(4) ? null : write.getLong(4),
                        write.getBoolean(5))
                .facts();
    }
}
