package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.FailureKind;
import com.recipechatbot.analytics.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a tool writes for {@code --output}. */
final class OutputFile {

    private OutputFile() {}

    static void write(Path output, String text) {
        try {
            Files.writeString(output, text);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot write %s: %s. Give --output a file in an existing, writable folder."
                            .formatted(output, FailureKind.of(e).words()),
                    e);
        }
    }
}
