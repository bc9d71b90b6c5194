package com.recipechatbot.analytics.serving.quicksight;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects in the order in which they are written, so that two prints are the same. */
final class Json {

    private Json() {}

    /** @param namesAndValues name, value, name, value; what is null is left out */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }
}
