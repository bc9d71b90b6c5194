package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.FieldsOption;
import com.recipechatbot.analytics.command.option.KeysOption;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.command.option.SmallCountOption;
import com.recipechatbot.analytics.command.option.UsersOption;
import com.recipechatbot.analytics.ingest.ErasableExport;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.upkeep.Erasure;
import com.recipechatbot.analytics.upkeep.ErasureReceipt;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Erases users from the lake and from the export, for good: later runs exclude them. */
@Command(
        name = "erase",
        description = {
            "Erases users from the lake and the export, for good.",
            "That is their rows, every conversation that names them, and all earlier versions of the tables.",
            "Restates the published days, weeks and months that included them, within 90 days of the lake's newest day; older ones are kept.",
            "Writes a receipt, and a tombstone for each user, found or not, so that no later run brings one back.",
            "Run it when nobody queries the lake: readers that started before may fail. After a failure, run it again."
        },
        footer = {"", "Example: jobs/run erase --users ids.txt --lake lake --keys keys --input export/conversations"})
final class EraseJob implements Callable<Integer> {

    @Mixin
    private UsersOption users;

    @Mixin
    private LakeOption lakeOption;

    @Mixin
    private KeysOption keys;

    @Option(
            names = "--input",
            paramLabel = "DIR-or-s3",
            description = {
                "The export, to be rewritten without these users and their conversations: the folder above",
                "year=YYYY/month=MM/day=DD, or a plain folder of JSON Lines. Whole DynamoDB exports in it are not edited but listed, for you to delete."
            })
    private String input;

    @Mixin
    private FieldsOption fields;

    @Mixin
    private SmallCountOption smallCounts;

    @Override
    public Integer call() {
        List<String> ids = users.read();
        SparkSession spark = Session.open("erase");
        Lake lake = Lake.existing(spark, lakeOption.location());
        Pseudonyms pseudonyms = new Pseudonyms(keys.source().read());
        lake.settings()
                .keys()
                .requireKnown(pseudonyms.keyFingerprints(), keys.source().place(), lakeOption.location());
        int minUsers = smallCounts.minUsers().of(lake);
        FieldMapping mapping = fields.read().of(lake);
        Session.useZone(spark, lake.zone());
        Optional<ErasableExport> export = Optional.ofNullable(input)
                .map(folder -> ErasableExport.open(spark.sparkContext().hadoopConfiguration(), folder, ids, mapping));
        ErasureReceipt receipt =
                new Erasure(spark, lake, pseudonyms, ids, minUsers, InstantSource.system()).run(export);
        System.out.print(receipt.summary(lakeOption.location()));
        return receipt.daysFailed().isEmpty() ? ExitCode.DONE : ExitCode.DAMAGED;
    }
}
