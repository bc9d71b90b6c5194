package com.recipechatbot.analytics.benchmark;

/**
 * The original pipeline's job, as every contestant does it: masks each message by three patterns, hashes the user with
 * the day, takes a recipe's name by three patterns from what the assistant says, writes the messages and the day's
 * figures. Its patterns are the document's; only the {@code |} in the class of letters is left out, which was no
 * alternative there.
 */
final class OriginalJob {

    static final String EMAIL = "\\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}\\b";
    static final String PHONE = "\\b\\d{3}[-.]?\\d{3}[-.]?\\d{4}\\b";
    static final String CARD = "\\b\\d{16}\\b";

    static final String RECIPE_FOR = "recipe for (.+?)(?:\\.|,|!|\\?|$)";
    static final String HOW_TO_MAKE = "how to make (.+?)(?:\\.|,|!|\\?|$)";
    static final String COOKING = "cooking (.+?)(?:\\.|,|!|\\?|$)";

    /** The fields of a record that the job reads. */
    static final String SCHEMA =
            "conversation_id STRING, timestamp STRING, user_id STRING, role STRING, message STRING";

    private OriginalJob() {}
}
