package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.tables.TableContract;

/** The version of this software, as the build recorded it. */
public final class Version {

    private Version() {}

    public static String text() {
        return TableContract.resource("/version").strip();
    }
}
