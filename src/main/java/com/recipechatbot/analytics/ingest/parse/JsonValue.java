package com.recipechatbot.analytics.ingest.parse;

import java.util.Arrays;

/** Extracts values from the bytes of a record that is known to be valid JSON in valid UTF-8. */
final class JsonValue {

    private JsonValue() {}

    static boolean isText(byte[] json, int at) {
        return json[at] == '"';
    }

    static boolean isNumber(byte[] json, int at) {
        return json[at] == '-' || (json[at] >= '0' && json[at] <= '9');
    }

    static boolean isNull(byte[] json, int at) {
        return json[at] == 'n';
    }

    static boolean isContainer(byte[] json, int at) {
        return json[at] == '{' || json[at] == '[';
    }

    /** The text of a string without quotes and escapes in UTF-8, and of a number or a boolean as written. */
    static byte[] text(byte[] json, int at) {
        return isText(json, at) ? string(json, at + 1) : scalar(json, at);
    }

    private static byte[] scalar(byte[] json, int from) {
        int to = from;
        while (json[to] > ' ' && json[to] != ',' && json[to] != '}') {
            to++;
        }
        return Arrays.copyOfRange(json, from, to);
    }

    private static byte[] string(byte[] json, int from) {
        int to = WideBytes.indexOf(json, from, json.length, '"', '\\');
        if (json[to] == '"') {
            return Arrays.copyOfRange(json, from, to);
        }
        while (json[to] != '"') {
            to = WideBytes.indexOf(json, to + 2, json.length, '"', '\\');
        }
        return JsonEscapes.resolve(json, from, to);
    }
}
