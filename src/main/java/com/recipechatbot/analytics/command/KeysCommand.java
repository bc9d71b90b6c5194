package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.KeySource;
import com.recipechatbot.analytics.upkeep.Shredding;
import java.nio.file.Path;
import java.time.InstantSource;
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
                "Deletes the key of a month, for good: user ids of that month can no longer be turned into the pseudonyms of",
                "its days and weeks. By itself, this leaves what the other keys recognize: with the key file and an export of that",
                "month, conversations, rejected records and the days of user_activity can still be found.",
                "With --lake, these are replaced by random ones in the lake, all earlier versions of the tables are removed, and",
                "the month and those before are closed: no run reads them again. After that, an export can be matched with a row",
                "only by time and content. Delete the exports of the month, and backups and copies of the keys, yourself."
            })
    int shred(
            @Option(
                            names = "--month",
                            required = true,
                            paramLabel = "MONTH",
                            description = "The month, such as 2025-01.")
                    String month,
            @Option(names = "--keys", required = true, paramLabel = "FILE", description = "The key file.") String file,
            @Option(
                            names = "--lake",
                            paramLabel = "DIR-or-s3",
                            description =
                                    "Also replace that month's other pseudonyms in this lake. Runs on Spark; readers of the tables that started before may fail.")
                    String lake) {
        YearMonth shredded = Arguments.month(month);
        // Secrets are refused there.
        if (lake == null || KeyRing.isSecret(file)) {
            KeyRing.shred(file, shredded);
        } else {
            Shredding.run(lake, new KeySource(file, true), shredded, InstantSource.system())
                    .forEach((table, rows) -> System.out.printf("  %-22s %,10d rows changed%n", table, rows));
        }
        System.out.printf("""
                shredded: the key of %s was deleted from %s
                  User ids can no longer be turned into the pseudonyms of that month's days and weeks.
                %s  You must delete copies yourself: backups of the file, secrets, other machines, and the export of that month.
                """, shredded, file, lake == null ? """
                  The tables are not changed: with the remaining keys and an export of that month, its conversations, rejected records and the days of user_activity can still be found. To replace these too, run it again with --lake.
                  Runs over days of that month, and of a week that starts in it, are refused; late records of users on those days are excluded (key_shredded).
                """ : """
                  In the lake, that month's pseudonyms of conversations, rejected records and user_activity are random now, and earlier versions are gone.
                  That month and those before are closed: their days are not read again, and users are counted from the next month on.
                """);
        return 0;
    }
}
