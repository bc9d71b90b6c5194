package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.extraction.MessageText;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** Hands Spark's strings to redaction and extraction without turning them into Java's. */
final class Texts {

    private Texts() {}

    /** @param text may be null, which is clean */
    static Redaction redact(Redactor redactor, UTF8String text) {
        if (text == null) {
            return redactor.redact(null, 0, 0);
        }
        byte[] bytes = bytes(text);
        return redactor.redact(bytes, start(text, bytes), text.numBytes());
    }

    static void copy(UTF8String text, MessageText copy) {
        byte[] bytes = bytes(text);
        copy.set(bytes, start(text, bytes), text.numBytes());
    }

    /** The array that holds the text, perhaps among others. */
    private static byte[] bytes(UTF8String text) {
        return text.getBaseObject() instanceof byte[] bytes ? bytes : text.getBytes();
    }

    private static int start(UTF8String text, byte[] bytes) {
        return text.getBaseObject() == bytes ? (int) (text.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET) : 0;
    }
}
