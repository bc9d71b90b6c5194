package com.recipechatbot.analytics.lake;

import java.util.Comparator;
import java.util.List;

/** Rows in the order of some of their columns; null first. */
public record KeyOrder(List<Integer> columns) implements Comparator<List<Object>> {

    @Override
    public int compare(List<Object> one, List<Object> other) {
        for (int column : columns) {
            int order = compareValues(one.get(column), other.get(column));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    // A column's values are of one comparable class.
    @SuppressWarnings("unchecked")
    private static int compareValues(Object one, Object other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? -1 : 1;
        }
        return ((Comparable<Object>) one).compareTo(other);
    }
}
