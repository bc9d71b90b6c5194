package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.run.InputFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --field} and {@code --fields}: what the input calls the fields of a record and the roles. */
public final class FieldsOption {

    @Option(
            names = "--field",
            paramLabel = "OURS=THEIRS",
            description = {
                "What the input calls a field, such as message=body or role=author.type, or a role, such as role.user=customer; may be repeated.",
                "Kept in the lake with its first published day, so later commands need not repeat it."
            })
    private List<String> fields = List.of();

    @Option(names = "--fields", paramLabel = "FILE", description = "The same in a file, one per line, # for comments.")
    private Path file;

    /** @throws UsageException when an entry cannot be used */
    public InputFields read() {
        List<String> entries = new ArrayList<>(fields);
        if (file != null) {
            entries.addAll(ListFile.fields(file));
        }
        try {
            return new InputFields(entries.isEmpty() ? Optional.empty() : Optional.of(FieldMapping.of(entries)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
