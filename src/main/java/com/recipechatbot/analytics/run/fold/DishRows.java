package com.recipechatbot.analytics.run.fold;

import com.recipechatbot.analytics.extraction.DishCategory;
import com.recipechatbot.analytics.extraction.DishClassifier;
import com.recipechatbot.analytics.facts.FactsReader;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.spark.unsafe.types.UTF8String;

/** The dishes of mentions, ready for Spark. Few dishes make up most mentions, so recent ones are kept. For one thread. */
final class DishRows {

    /** What each mention of a dish says. */
    record Dish(UTF8String key, UTF8String name, UTF8String course, UTF8String cuisine) {}

    /** A dish in a conversation. */
    record Mention(int turn, Dish dish, boolean requested) {

        static final Comparator<Mention> BY_DISH = Comparator.<Mention, UTF8String>comparing(
                        mention -> mention.dish.key)
                .thenComparing(mention -> mention.dish.name)
                .thenComparing(Mention::requested);
    }

    private static final int SLOTS = 1 << 12;

    private final Dish[] recent = new Dish[SLOTS];

    /** Reads the next mention of a message: its key, then its name. */
    Dish read(FactsReader message) {
        int keyAt = message.readText();
        int keyLength = message.textLength();
        int nameAt = message.readText();
        int nameLength = message.textLength();
        byte[] bytes = message.array();
        int hash = 1;
        for (int i = nameAt; i < nameAt + nameLength; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
        Dish dish = recent[slot];
        if (dish == null || !is(dish.name, bytes, nameAt, nameLength) || !is(dish.key, bytes, keyAt, keyLength)) {
            UTF8String name = text(bytes, nameAt, nameLength);
            DishCategory category = DishClassifier.standard().classify(name.toString());
            dish = new Dish(
                    text(bytes, keyAt, keyLength),
                    name,
                    UTF8String.fromString(category.course()),
                    UTF8String.fromString(category.cuisine()));
            recent[slot] = dish;
        }
        return dish;
    }

    static UTF8String text(byte[] bytes, int at, int length) {
        return UTF8String.fromBytes(Arrays.copyOfRange(bytes, at, at + length));
    }

    private static boolean is(UTF8String text, byte[] bytes, int at, int length) {
        byte[] own = text.getBytes();
        return Arrays.equals(own, 0, own.length, bytes, at, at + length);
    }
}
