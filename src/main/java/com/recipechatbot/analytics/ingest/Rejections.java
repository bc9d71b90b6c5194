package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the reasons of rejected records mean. */
public final class Rejections {

    private static final List<RejectionReason> STREAMS =
            List.of(RejectionReason.KEYS_ONLY_STREAM, RejectionReason.OLD_IMAGE_STREAM);

    private Rejections() {}

    /** A reason in words. */
    public static String sentence(String code) {
        return RejectionReason.valueOf(code.toUpperCase(Locale.ROOT)).sentence();
    }

    /**
     * Refuses the records of a stream that do not hold the messages.
     *
     * @param places where each reason occurs first
     * @throws DamagedInputException when there are any
     */
    public static void refuseStreams(Map<String, String> places) {
        for (RejectionReason reason : STREAMS) {
            if (places.containsKey(reason.code())) {
                throw new DamagedInputException(
                        "Cannot read a stream of view type %s: it leaves out the messages that are written. Records like this begin in %s. Set the view type of the stream to NEW_AND_OLD_IMAGES, and read an export of the table for what was written before."
                                .formatted(
                                        reason == RejectionReason.KEYS_ONLY_STREAM ? "KEYS_ONLY" : "OLD_IMAGE",
                                        places.get(reason.code())));
            }
        }
    }
}
