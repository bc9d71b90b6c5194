package com.recipechatbot.analytics.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.deploy.ReadableTables;
import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.privacy.keys.UserPseudonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may read one area cannot tell which pseudonyms of different scopes are one user. How far somebody gets who reads both
 * is measured and printed: for the demo's sample, or with {@code -Dlinks=250} for two weeks of so many conversations a day.
 */
class LinkedScopesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);

    private static final int CONVERSATIONS_A_DAY = Integer.getInteger("links", 40);
    private static final int DAYS = CONVERSATIONS_A_DAY == 40 ? 28 : 14;

    @TempDir
    private static Path folder;

    private static TestLake lake;
    private static Map<String, String> userOfKey;

    @BeforeAll
    static void aLake() {
        lake = makeLake();
        userOfKey = truth();
    }

    @Test
    void noRoleButThatOfTheJobsLinksAUserAcrossScopes() throws IOException {
        Map<String, Set<MetricTable>> byRole = ReadableTables.byRole();
        assertThat(byRole).containsOnlyKeys("PublishedReader", "RestrictedReader", "RetentionReader");
        byRole.forEach((role, tables) -> assertThat(right(new LinkAttack(lake, tables).claims()))
                .as(role)
                .isEqualTo(rightByChance(new LinkAttack(lake, tables).claims()))
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isZero()));
    }

    @Test
    void everyTableWithAPseudonymIsReadByOneRoleAtMost() throws IOException {
        Map<String, Set<MetricTable>> byRole = ReadableTables.byRole();
        for (MetricTable table : MetricTable.values()) {
            boolean hasUsers = Stream.of(
                            UserPseudonyms.DAY_KEY,
                            UserPseudonyms.DAY_KEYS,
                            UserPseudonyms.WEEK_KEY,
                            UserPseudonyms.ACTIVITY_KEY)
                    .anyMatch(table.contract()::has);
            assertThat(byRole.values().stream().filter(tables -> tables.contains(table)))
                    .as(table.tableName())
                    .hasSizeLessThanOrEqualTo(hasUsers ? 1 : 3);
        }
    }

    /** Both areas: what is left is what the counts need, and it is less than before the areas were separated: 64 %, 29 %. */
    @Test
    void whoReadsBothAreasLinksSome() {
        LinkAttack attack = new LinkAttack(lake, List.of(MetricTable.values()));
        Map<String, Integer> right = right(attack.claims());
        print(attack, right);

        assertThat(share(right, attack, "conversations to a week, by dishes")).isBetween(.01, .64);
        assertThat(share(right, attack, "user-days to activity, through their week"))
                .isLessThan(.1);
        assertThat(share(right, attack, "user-days to activity, by source and day"))
                .isLessThan(.1);
        // A random permutation of the keys makes next to none of these claims right.
        assertThat(rightByChance(attack.claims()).get("user-days to a week, by dishes"))
                .isLessThan(right.get("user-days to a week, by dishes") / 20);
    }

    /** In the order of the conversations, the place of a row would say whose it is. */
    @ParameterizedTest
    @CsvSource({"user_week_items, user_week_key", "user_activity, 'coalesce(feature_key, activity_key)'"})
    void theRowsOfAFileAreInTheOrderOfTheirOwnKey(String table, String key) {
        Map<String, List<String>> files = new TreeMap<>();
        for (Row row : TestSpark.session()
                .sql("SELECT _metadata.file_path AS file, %s AS key FROM delta.`%s/linked/%s`"
                        .formatted(key, folder.resolve("lake"), table))
                .collectAsList()) {
            files.computeIfAbsent(row.getString(0), missing -> new ArrayList<>())
                    .add(row.getString(1));
        }

        assertThat(files.values())
                .anySatisfy(keys -> assertThat(keys).hasSizeGreaterThan(10))
                .allSatisfy(keys -> assertThat(keys).isSorted());
    }

    private static TestLake makeLake() {
        run(
                "generate",
                "--from=" + FIRST_DAY,
                "--days=" + DAYS,
                "--conversations-per-day=" + CONVERSATIONS_A_DAY,
                "--seed=1",
                "--output=" + folder.resolve("export"));
        run(
                "backfill",
                "--input=" + folder.resolve("export/conversations"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--from=" + FIRST_DAY,
                "--to=" + FIRST_DAY.plusDays(DAYS - 1L));
        return TestLake.at(folder.resolve("lake"));
    }

    private static void run(String... arguments) {
        Commands.Ended ended = Commands.run(arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    /** What only the holder of the keys and the ids knows. */
    private static Map<String, String> truth() {
        Pseudonyms pseudonyms = new Pseudonyms(KeyRing.read(Commands.keys(folder)));
        // A late or early record may lie a day outside.
        List<LocalDate> all = IntStream.rangeClosed(-1, DAYS)
                .mapToObj(day -> FIRST_DAY.plusDays(day))
                .toList();
        Map<String, String> users = new HashMap<>();
        for (int number = 0; number < 25 * CONVERSATIONS_A_DAY; number++) {
            String user = String.format(Locale.ROOT, "user-%07d", number);
            UserPseudonyms.of(List.of(user), pseudonyms, Feature.columns(), all)
                    .values()
                    .forEach(keys -> keys.forEach(key -> users.put(key, user)));
        }
        return users;
    }

    private static Map<String, Integer> right(Map<String, List<LinkAttack.Claim>> claims) {
        Map<String, Integer> right = new TreeMap<>();
        claims.forEach((kind, made) -> right.put(kind, (int) made.stream()
                .filter(claim -> userOfKey.get(claim.from()).equals(userOfKey.get(claim.to())))
                .count()));
        return right;
    }

    /** The same claims with their second keys in a random order. */
    private static Map<String, Integer> rightByChance(Map<String, List<LinkAttack.Claim>> claims) {
        Map<String, List<LinkAttack.Claim>> mixed = new TreeMap<>();
        claims.forEach((kind, made) -> {
            List<String> keys =
                    new ArrayList<>(made.stream().map(LinkAttack.Claim::to).toList());
            Collections.shuffle(keys, new Random(1));
            mixed.put(
                    kind,
                    IntStream.range(0, made.size())
                            .mapToObj(i -> new LinkAttack.Claim(made.get(i).from(), keys.get(i)))
                            .toList());
        });
        return right(mixed);
    }

    private static double share(Map<String, Integer> right, LinkAttack attack, String kind) {
        return (double) right.get(kind) / attack.attacked().get(kind);
    }

    private static void print(LinkAttack attack, Map<String, Integer> right) {
        double users = lake.rows(MetricTable.DAILY_METRICS).stream()
                .mapToLong(day -> (Long) day.get("active_users"))
                .average()
                .orElse(0);
        System.out.printf(Locale.ROOT, "links, %d conversations and %.0f users a day%n", CONVERSATIONS_A_DAY, users);
        attack.attacked()
                .forEach((kind, of) -> System.out.printf(
                        Locale.ROOT,
                        "  %-45s %6d right, %4d wrong, of %6d: %4.1f %%%n",
                        kind,
                        right.get(kind),
                        attack.claims().get(kind).size() - right.get(kind),
                        of,
                        of == 0 ? 0 : 100. * right.get(kind) / of));
    }
}
