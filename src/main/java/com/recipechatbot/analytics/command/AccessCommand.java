package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.KeysOption;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.command.option.UsersOption;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.upkeep.HeldRows;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code access}: what the lake holds about some people, when they ask. */
@Command(
        name = "access",
        description = {
            "Prints every row that the working tables hold about users, found by their pseudonyms, and what cannot be found.",
            "Users are numbered by their position in the file: no id is printed. Reads with Delta Kernel, not Spark.",
            "Rows go to standard output, the totals and what cannot be found to standard error."
        },
        footer = {"", "Example: jobs/run access --users ids.txt --lake lake --keys keys --format json"})
final class AccessCommand implements Callable<Integer> {

    @Mixin
    private UsersOption users;

    @Mixin
    private LakeOption lakeOption;

    @Mixin
    private KeysOption keys;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json: one object per line (default), csv, or table.")
    private RowFormat format;

    @Override
    public Integer call() {
        List<String> ids = users.read();
        Pseudonyms pseudonyms = new Pseudonyms(keys.source().read());
        LakeReader lake = lakeOption.reader();
        lake.keys().requireKnown(pseudonyms.keyFingerprints(), keys.source().place(), lakeOption.location());
        HeldRows held = HeldRows.of(lake, pseudonyms);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (int i = 0; i < ids.size(); i++) {
            int user = i + 1;
            long count = 0;
            for (HeldRows.OfTable rows : held.of(ids.get(i))) {
                count += rows.rows().size();
                print(user, rows, out);
            }
            System.err.printf("user %d: %,d rows%n", user, count);
        }
        out.flush();
        held.notFindable().forEach(sentence -> System.err.printf("cannot be found: %s%n", sentence));
        return 0;
    }

    private void print(int user, HeldRows.OfTable found, PrintStream out) {
        if (found.rows().isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of("user", "table"));
        columns.addAll(found.columns());
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : found.rows()) {
            List<Object> withUser = new ArrayList<>(List.of(user, found.table()));
            withUser.addAll(row);
            rows.add(withUser);
        }
        format.print(columns, rows, out);
    }
}
