package com.recipechatbot.analytics.serving.quicksight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object whose members keep the order in which they were added, so that the output is always the same. */
record Json(@JsonValue Map<String, Object> members) {

    static Json object(String name, Object value) {
        return new Json(Map.of()).with(name, value);
    }

    /** This object plus one more member, or this object itself if the value is null. */
    Json with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Json(more);
    }
}
