package com.recipechatbot.analytics.facts;

/**
 * The pseudonyms of a user on a day, as facts hold them.
 *
 * @param bytes the day and its Monday as days since the epoch, then the keys of the day, of activity and of the week
 */
@SuppressWarnings("ArrayRecordComponent")
public record UserKeys(byte[] bytes) {

    /**
     * @param keys 48 bytes: of the day, of activity and of the week
     * @param epochDay the day of the message
     */
    public static UserKeys of(int epochDay, int epochDayOfMonday, byte[] keys) {
        FactsWriter user = new FactsWriter(Facts.USER_BYTES);
        user.putInt(epochDay);
        user.putInt(epochDayOfMonday);
        user.put(keys, 0, keys.length);
        return new UserKeys(user.toBytes());
    }
}
