package com.recipechatbot.analytics.functions;

import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** Hands Spark's strings to the redactor without copying them. */
final class Texts {

    private Texts() {}

    /** @param text may be null, which is clean */
    static Redaction redact(Redactor redactor, UTF8String text) {
        if (text == null) {
            return redactor.redact(null, 0, 0);
        }
        if (text.getBaseObject() instanceof byte[] bytes) {
            int start = (int) (text.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET);
            return redactor.redact(bytes, start, text.numBytes());
        }
        byte[] copy = text.getBytes();
        return redactor.redact(copy, 0, copy.length);
    }
}
