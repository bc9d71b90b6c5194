package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import java.nio.file.Path;
import java.time.YearMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keys}: makes the keys of the pseudonyms, and shreds those of a month. */
@Command(
        name = "keys",
        description = "Makes the keys of the pseudonyms, and shreds those of a month.",
        mixinStandardHelpOptions = true)
final class KeysCommand {

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = {
                "Writes new random keys: one for each month of 2020 to 2039 and one for each purpose.",
                "Whoever has this file can link pseudonyms to ids: keep it apart from the lake. Without it, or with",
                "another one, new rows cannot be joined with old ones. Its text may also lie in AWS Secrets Manager:",
                "  aws secretsmanager create-secret --name NAME --secret-string file://FILE",
                "and is then given to the jobs as --keys secretsmanager:NAME."
            })
    int create(
            @Option(
                            names = "--keys",
                            required = true,
                            paramLabel = "FILE",
                            description = "A file that is not there yet.")
                    String file,
            @Option(
                            names = "--quarantine",
                            description =
                                    "Adds a quarantine key: rejected records are then kept, encrypted under it. Without one they are not kept.")
                    boolean quarantine) {
        if (KeyRing.isSecret(file)) {
            throw new UsageException(
                    "Cannot create keys in %s: keys are made as a file. Create one, then: aws secretsmanager create-secret --name NAME --secret-string file://FILE"
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
                "Removes the key of a month, for good: no user id of that month can be made, or linked to a person, again.",
                "The tables stay as they are. Backups and copies of the keys are yours to shred."
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
                shredded: the key of %s is gone from %s
                  No user id of that month can be made, or linked to a person, again. What the tables hold stays as it is.
                  Runs over days of that month, and of a week that begins in it, are refused; late records of users on such days are left out (key_shredded).
                  Copies are yours to shred: backups of the file, secrets, other machines.
                """, shredded, file);
        return 0;
    }
}
