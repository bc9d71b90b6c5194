package com.recipechatbot.analytics.logs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The escapes of URIs, as in {@code jane%40example.com}. */
final class PercentEscapes {

    private PercentEscapes() {}

    /** The text with every escape replaced by its character; anything else is kept. */
    static String decode(String text) {
        int at = text.indexOf('%');
        if (at < 0) {
            return text;
        }
        byte[] escaped = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(escaped.length);
        for (int i = 0; i < escaped.length; i++) {
            int high = escaped[i] == '%' && i + 2 < escaped.length ? Character.digit(escaped[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(escaped[i + 2], 16);
            if (low < 0) {
                decoded.write(escaped[i]);
            } else {
                decoded.write(high << 4 | low);
                i += 2;
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
