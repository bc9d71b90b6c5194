package com.recipechatbot.analytics.command.option;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --users}: a file of user ids. */
public final class UsersOption {

    @Option(
            names = "--users",
            required = true,
            paramLabel = "FILE",
            description =
                    "One user id per line, # for comments. An id that begins with # or a quote, or that begins or ends with a blank, is written as a JSON string.")
    private Path file;

    /** @throws com.recipechatbot.analytics.UsageException when the file names no user */
    public List<String> read() {
        return ListFile.users(file);
    }
}
