package com.recipechatbot.analytics.privacy.redact.text;

/** What a word may be, or what it says about the words around it. */
public enum Role {
    /** A common English word. */
    WORD,
    /** A word of a dish or an ingredient. */
    FOOD,
    /** Never a part of a name. */
    NO_NAME,
    /** Before a name: "Mrs". */
    TITLE,
    /** Before a name: "my sister". */
    KIN,
    /** Before a name: "Dear". */
    GREETING,
    /** After a name: "said". */
    VERB,
    /** A verb for what only people do, which makes a name of a word before it: "Will says". */
    PERSONAL,
    /** After a name with a possessive: "birthday". */
    OWNED,
    /** After a name: "Inc" makes it a company's, "Park" a place's. */
    COMPANY,
    /** Inside a name: "van". */
    PARTICLE,
    /** A dish, a drink or a brand is called after this person. */
    FAMOUS,
    /** After any name it makes a dish: "style". */
    EATEN,
    /** A town, a state or a country, or the beginning of one: "San". */
    PLACE,
    /** Names a street. */
    STREET,
    /** Names a street next to a house number or in capitals; else an ordinary word. */
    MAYBE_STREET,
    /** Names a street before its name: "rue". */
    FRONT_STREET,
    /** Names a street after its name, before the house number: "Strasse". */
    COMPOUND_STREET,
    /** Before a number it names a part of a house: "flat". */
    UNIT,
    /** "North", "NW". */
    DIRECTION,
    /** Introduces a postal address. */
    ADDRESS,
    /** The last word before a name: "my name is". */
    INTRODUCES,
    /** Only used where a name is introduced: "my name is". */
    TELLS_NAME,
    /** The last word before a name or before anything else: "I am". */
    MAYBE_INTRODUCES,
    /** A part of a spelled e-mail address. */
    SPELLED,
    /** A digit in words. */
    SPOKEN,
    /** Next to a number, it introduces an id, a date of birth or an age. */
    ID,
    /** Introduces a secret or the name of an account, which may have no number. */
    SECRET;

    static final int FIRST_BIT = 4;

    @SuppressWarnings("EnumOrdinal") // The bits are never stored.
    final int bit = 1 << (FIRST_BIT + ordinal());

    public boolean in(int roles) {
        return (roles & bit) != 0;
    }
}
