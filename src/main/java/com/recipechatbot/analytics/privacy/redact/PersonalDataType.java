package com.recipechatbot.analytics.privacy.redact;

/** The kinds of personal data that the redactor knows. */
public enum PersonalDataType {
    EMAIL,
    PHONE,
    CARD,
    IBAN,
    SSN,
    IP,
    URL,
    PERSON,
    ADDRESS;

    private final String placeholder = "[" + name() + "]";

    /** What replaces a value of this type in a redacted text, such as {@code [EMAIL]}. */
    public String placeholder() {
        return placeholder;
    }
}
