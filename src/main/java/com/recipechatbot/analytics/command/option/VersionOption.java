package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.run.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class VersionOption implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"recipe-chatbot-analytics " + Version.text()};
    }
}
