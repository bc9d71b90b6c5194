package com.recipechatbot.analytics.privacy;

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
    ADDRESS,
    /** An id of a person or a thing of theirs: of a state, a bank, a device, an account, a place on a map. */
    ID,
    /** A password, a key, a token. */
    SECRET,
    /** A date of birth or an age. */
    BIRTH;

    private final String placeholder = "[" + name() + "]";

    /** What replaces a value of this type in a redacted text, such as {@code [EMAIL]}. */
    public String placeholder() {
        return placeholder;
    }
}
