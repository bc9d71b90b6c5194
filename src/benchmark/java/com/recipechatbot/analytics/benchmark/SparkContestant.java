package com.recipechatbot.analytics.benchmark;

import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** The original's job on Spark, with its built-in functions or with plain Java UDFs: FORM INPUT OUTPUT. */
public final class SparkContestant {

    private static final List<Pattern> NAMES = List.of(
            Pattern.compile(OriginalJob.RECIPE_FOR),
            Pattern.compile(OriginalJob.HOW_TO_MAKE),
            Pattern.compile(OriginalJob.COOKING));
    private static final Pattern EMAIL = Pattern.compile(OriginalJob.EMAIL);
    private static final Pattern PHONE = Pattern.compile(OriginalJob.PHONE);
    private static final Pattern CARD = Pattern.compile(OriginalJob.CARD);

    private SparkContestant() {}

    public static void main(String[] args) throws IOException {
        boolean builtIns = args[0].equals("built-ins");
        try (SparkSession spark = SparkSession.builder()
                .master("local[*]")
                .appName(args[0])
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate()) {
            Dataset<Row> records = spark.read().schema(OriginalJob.SCHEMA).json(args[1]);
            Dataset<Row> messages = builtIns ? builtIns(records) : userDefined(spark, records);
            messages.write().partitionBy("day").parquet(args[2] + "/messages");
            // Over the few columns that were just written, which is cheaper than to read the records again.
            spark.read().parquet(args[2] + "/messages").createOrReplaceTempView("messages");
            spark.sql("""
                            SELECT CAST(day AS STRING) AS date,
                                   count(DISTINCT conversation_id) AS total_conversations,
                                   count(DISTINCT user_hash) AS unique_users,
                                   count(*) AS total_messages
                            FROM messages GROUP BY day""")
                    .coalesce(1)
                    .write()
                    .json(args[2] + "/days");
            spark.sql("""
                            SELECT recipe_name, count(*) AS mentions
                            FROM messages WHERE recipe_name IS NOT NULL GROUP BY day, recipe_name""")
                    .coalesce(1)
                    .write()
                    .json(args[2] + "/recipes");
        }
    }

    private static Dataset<Row> builtIns(Dataset<Row> records) {
        Column message = col("message");
        Column masked = regexp_replace(
                regexp_replace(regexp_replace(message, OriginalJob.EMAIL, "[EMAIL]"), OriginalJob.PHONE, "[PHONE]"),
                OriginalJob.CARD,
                "[CARD]");
        Column lower = lower(message);
        Column told = col("role").equalTo("assistant").and(lower.contains("recipe"));
        Column name = coalesce(
                named(lower, OriginalJob.RECIPE_FOR),
                named(lower, OriginalJob.HOW_TO_MAKE),
                named(lower, OriginalJob.COOKING));
        return columns(
                records,
                substring(sha2(concat_ws(":", day(), col("user_id")), 256), 1, 16),
                masked,
                when(told, trim(name)));
    }

    private static Column named(Column lower, String pattern) {
        return nullif(regexp_extract(lower, pattern, 1), lit(""));
    }

    private static Dataset<Row> userDefined(SparkSession spark, Dataset<Row> records) {
        spark.udf().register("mask", (UDF1<String, String>) SparkContestant::mask, DataTypes.StringType);
        spark.udf().register("hash_user", (UDF2<String, String, String>) SparkContestant::hash, DataTypes.StringType);
        spark.udf().register("name", (UDF2<String, String, String>) SparkContestant::name, DataTypes.StringType);
        return columns(
                records,
                callUDF("hash_user", day(), col("user_id")),
                callUDF("mask", col("message")),
                callUDF("name", col("role"), col("message")));
    }

    private static Column day() {
        return substring(col("timestamp"), 1, 10);
    }

    private static Dataset<Row> columns(Dataset<Row> records, Column user, Column message, Column recipe) {
        return records.select(
                col("conversation_id"),
                col("timestamp"),
                user.as("user_hash"),
                col("role"),
                message.as("message"),
                recipe.as("recipe_name"),
                day().as("day"));
    }

    private static String mask(String message) {
        String noMail = EMAIL.matcher(message).replaceAll("[EMAIL]");
        return CARD.matcher(PHONE.matcher(noMail).replaceAll("[PHONE]")).replaceAll("[CARD]");
    }

    private static String name(String role, String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (!role.equals("assistant") || !lower.contains("recipe")) {
            return null;
        }
        for (Pattern pattern : NAMES) {
            Matcher matcher = pattern.matcher(lower);
            if (matcher.find()) {
                return matcher.group(1).strip();
            }
        }
        return null;
    }

    private static String hash(String day, String user) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((day + ":" + user).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
