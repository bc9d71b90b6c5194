package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.tables.TableContract;
import picocli.CommandLine.IVersionProvider;

/** The version of this software, as the build wrote it down. */
public final class Version implements IVersionProvider {

    static String text() {
        return TableContract.resource("/version").strip();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"recipe-chatbot-analytics " + text()};
    }
}
