package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.ingest.ErasableExport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.upkeep.Erasure;
import com.recipechatbot.analytics.upkeep.ErasureReceipt;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Erases users from the lake and from the export, for good: later runs leave them out by themselves. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        sortOptions = false,
        description = {
            "Erases users: their rows, every conversation that names them, and what the tables keep of earlier versions.",
            "Restates the published days and weeks that had them, of the 90 days before the lake's newest day; older ones stay.",
            "Writes a receipt and a tombstone for each user, found or not, so that no later run brings one back. For good.",
            "Run it when nobody queries the lake: readers that began before may fail. After a failure run it again."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 unexpected, safe to retry; 2 wrong usage or configuration; 3 no such input;",
            "4 damaged input; 5 another run holds the lake.",
            "",
            "Example: jobs/run erase --users ids.txt --lake lake --keys keys --input export/conversations"
        })
public final class EraseJob implements Callable<Integer> {

    @Option(
            names = "--users",
            required = true,
            paramLabel = "FILE",
            description =
                    "One user id a line, # for comments. An id that begins with # or a quote, or has blanks around it, as a JSON string.")
    private Path users;

    @Option(names = "--lake", required = true, paramLabel = "DIR-or-s3", description = "Where the tables are.")
    private String location;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description = "The keys that the lake was written with: a file, or secretsmanager:NAME.")
    private String keys;

    @Option(
            names = "--input",
            paramLabel = "DIR-or-s3",
            description = {
                "The export, to be rewritten without these users and their conversations: the folder above",
                "year=YYYY/month=MM/day=DD, or a plain folder of JSON Lines. Whole DynamoDB exports in it are not edited but listed, for you to delete."
            })
    private String input;

    @Mixin
    private SmallCountOption smallCounts;

    public static void main(String[] arguments) {
        System.exit(RunSummary.runAndTell(new EraseJob(), arguments));
    }

    @Override
    public Integer call() {
        List<String> ids = ListFile.users(users);
        Pseudonyms pseudonyms = new Pseudonyms(KeyRing.read(keys));
        SparkSession spark = Session.open("erase");
        Lake lake = Lake.existing(spark, location);
        int minUsers = smallCounts.minUsers().of(lake);
        Session.useZone(spark, lake.zone());
        Optional<ErasableExport> export = Optional.ofNullable(input)
                .map(folder -> ErasableExport.open(spark.sparkContext().hadoopConfiguration(), folder, ids));
        ErasureReceipt receipt =
                new Erasure(spark, lake, pseudonyms, ids, minUsers, InstantSource.system()).run(export);
        System.out.print(receipt.summary(location));
        return ExitCode.DONE;
    }
}
