package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import java.nio.file.Path;
import java.time.YearMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keys}: creates the keys of the pseudonyms, and shreds those of a month. */
@Command(
        name = "keys",
        description = "Creates the keys of the pseudonyms, and shreds those of a month.",
        mixinStandardHelpOptions = true)
final class KeysCommand {

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = {
                "Writes new random keys: one for each month of 2020 to 2039 and one for each purpose.",
                "Anyone who has this file can link pseudonyms to ids: keep it apart from the lake. Without it, or with",
                "a different one, new rows cannot be joined with old ones. Its text can also be kept in AWS Secrets Manager:",
                "  aws secretsmanager create-secret --name NAME --secret-string file://FILE",
                "which the jobs take as --keys secretsmanager:NAME."
            })
    int create(
            @Option(names = "--keys", required = true, paramLabel = "FILE", description = "The file to create.")
                    String file,
            @Option(
                            names = "--quarantine",
                            description =
                                    "Adds a quarantine key: rejected records are then kept, encrypted under it. Without one they are not kept.")
                    boolean quarantine) {
        if (KeyRing.isSecret(file)) {
            throw new UsageException(
                    "Cannot create keys in %s: keys are created as a file. Create one, then: aws secretsmanager create-secret --name NAME --secret-string file://FILE"
                            .formatted(file));
        }
        if (quarantine) {
            KeyRing.createWithQuarantine(Path.of(file));
        } else {
            KeyRing.create(Path.of(file));
        }
        System.out.printf(
                "keys: %s (readable by you only)%nnext: jobs/run backfill --input DIR --lake DIR --keys %s --from DAY --to DAY%n",
                file, file);
        return 0;
    }

    @Command(
            name = "shred",
            mixinStandardHelpOptions = true,
            description = {
                "Deletes the key of a month, for good: pseudonyms of that month can no longer be made, or linked to a person.",
                "The tables are not changed. You must delete backups and copies of the keys yourself."
            })
    int shred(
            @Option(
                            names = "--month",
                            required = true,
                            paramLabel = "MONTH",
                            description = "The month, such as 2025-01.")
                    String month,
            @Option(names = "--keys", required = true, paramLabel = "FILE", description = "The key file.")
                    String file) {
        YearMonth shredded = Arguments.month(month);
        KeyRing.shred(file, shredded);
        System.out.printf("""
                shredded: the key of %s was deleted from %s
                  Pseudonyms of that month can no longer be made, or linked to a person. The tables are not changed.
                  Runs over days of that month, and of a week that starts in it, are refused; late records of users on those days are excluded (key_shredded).
                  You must delete copies yourself: backups of the file, secrets, other machines.
                """, shredded, file);
        return 0;
    }
}
