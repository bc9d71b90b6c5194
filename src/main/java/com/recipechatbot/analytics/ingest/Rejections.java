package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the reasons of rejected records mean. */
public final class Rejections {

    private static final List<RejectionReason> STREAMS =
            List.of(RejectionReason.KEYS_ONLY_STREAM, RejectionReason.OLD_IMAGE_STREAM);

    private static final String WITHOUT_VIEW = RejectionReason.KEYS_WITHOUT_VIEW.code();

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
        if (places.containsKey(WITHOUT_VIEW)) {
            throw new DamagedInputException(
                    "Cannot read changes that hold only keys: without the manifests of their export, nobody knows whether these are deletes or writes of the view type KEYS_ONLY. Records like this begin in %s. Give the whole export, with its manifest-summary.json."
                            .formatted(places.get(WITHOUT_VIEW)));
        }
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
