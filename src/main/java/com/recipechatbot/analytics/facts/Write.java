package com.recipechatbot.analytics.facts;

/**
 * One write of an item in DynamoDB.
 *
 * @param at in microseconds
 * @param sequence orders the writes of one second, or null
 * @param image keyed hash of all that is read of the item; null when the write withdrew it
 * @param message keyed hash of the message; null when the write withdrew it
 */
record Write(long at, String sequence, Long image, Long message) implements Comparable<Write> {

    /** Later writes are greater; what is not known comes first. */
    @Override
    public int compareTo(Write other) {
        int order = Long.compare(at, other.at);
        order = order != 0 ? order : compare(sequence, other.sequence);
        order = order != 0 ? order : compare(image, other.image);
        return order != 0 ? order : compare(message, other.message);
    }

    private static <T extends Comparable<T>> int compare(T one, T other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }
}
