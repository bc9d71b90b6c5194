package com.recipechatbot.analytics.metrics.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.metrics.counts.Cooking.Atom;
import com.recipechatbot.analytics.metrics.counts.CookingTables.DayDish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An attacker who knows everything but the counts combines all published cells about dishes of a hundred data sets. The daily JSON file has none of its own: it repeats daily_recipes. */
class SmallCountsAttackTest {

    private static final int DATA_SETS = 100;

    @Test
    void noCombinationOfPublishedCellsIsolatesFewerThanMinUsers() {
        for (long seed = 0; seed < DATA_SETS; seed++) {
            Cooking cooking = new Cooking(seed);
            assertThat(new Attacker(cooking, published(cooking)).find())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void withoutControlTheAttackerFindsSomeoneInEveryDataSet() {
        assertThat(finds(cooking -> {
                    CookingTables tables = new CookingTables(cooking);
                    return tables.published(tables.all(), tables.all(), tables.all());
                }))
                .isEqualTo(DATA_SETS);
    }

    /** What each part of the control is good for: leave it out and the attacker has his way with some of the data sets. */
    @Test
    void aThresholdAloneIsNotEnough() {
        assertThat(finds(cooking -> {
                    CookingTables tables = new CookingTables(cooking);
                    return tables.dailyRecipes(tables.withEnoughUsers(DayDish::new, Set.of()));
                }))
                .isPositive();
    }

    @Test
    void kindsByAThresholdOfTheirOwnAreNotEnough() {
        assertThat(finds(cooking -> {
                    CookingTables tables = new CookingTables(cooking);
                    Set<DayDish> named = tables.namedDishes();
                    Set<DayDish> classified = tables.withEnoughUsers(
                            atom -> atom.day() + atom.dish().kind(), named);
                    return tables.published(named, classified, named);
                }))
                .isPositive();
    }

    @Test
    void weeksByAThresholdOfTheirOwnAreNotEnough() {
        assertThat(finds(cooking -> {
                    CookingTables tables = new CookingTables(cooking);
                    Set<DayDish> named = tables.namedDishes();
                    Set<DayDish> inWeek = tables.withEnoughUsers(
                            atom -> atom.week() + atom.dish().name(), named);
                    return tables.published(named, tables.classifiedDishes(named), inWeek);
                }))
                .isPositive();
    }

    @Test
    void countedOnceMoreByTheDayOfTheMessageDishesTellWhoCookedPastMidnight() {
        assertThat(finds(cooking -> {
                    List<Set<Atom>> cells = new ArrayList<>(published(cooking));
                    cells.addAll(new CookingTables(cooking).byMessageDay());
                    return cells;
                }))
                .isPositive();
    }

    @Test
    void everyTableAddsUpToAllThatWasCooked() {
        for (long seed = 0; seed < DATA_SETS; seed++) {
            Cooking cooking = new Cooking(seed);
            CookingTables tables = new CookingTables(cooking);
            Set<DayDish> named = tables.namedDishes();
            Set<DayDish> classified = tables.classifiedDishes(named);
            assertThat(sum(tables.dailyRecipes(named))).isEqualTo(sum(List.of(cooking.atoms())));
            assertThat(sum(tables.cuisines(classified))).isEqualTo(sum(List.of(cooking.atoms())));
            assertThat(sum(tables.weeklyRecipes(tables.namedInWeek(named, classified))))
                    .isEqualTo(sum(List.of(cooking.atoms())));
        }
    }

    /** Else a control that folds everything would pass as well. */
    @Test
    void daysKindsAndWeeksTellSomething() {
        Set<DayDish> byDay = new HashSet<>();
        Set<DayDish> byKind = new HashSet<>();
        Set<DayDish> byWeek = new HashSet<>();
        for (long seed = 0; seed < DATA_SETS; seed++) {
            Cooking cooking = new Cooking(seed);
            CookingTables tables = new CookingTables(cooking);
            Set<DayDish> named = tables.namedDishes();
            Set<DayDish> classified = tables.classifiedDishes(named);
            Set<DayDish> inWeek = tables.namedInWeek(named, classified);
            byDay.addAll(named);
            classified.removeAll(named);
            byKind.addAll(classified);
            inWeek.removeAll(named);
            byWeek.addAll(inWeek);
        }
        assertThat(byDay).hasSizeGreaterThan(100);
        assertThat(byKind).hasSizeGreaterThan(20);
        assertThat(byWeek).hasSizeGreaterThan(100);
    }

    /** A week minus one of its days, or two days minus their week: users of the other days only, and loyal ones. */
    @Test
    void noSumOrDifferenceOfDistinctUsersOfDaysAndWeeksIsolatesFewerThanMinUsers() {
        for (long seed = 0; seed < DATA_SETS; seed++) {
            Cooking cooking = new Cooking(seed);
            assertThat(isolatedUsers(cooking, UserBand::of)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void exactUsersOfAWeekIsolateSomeone() {
        long isolating = LongStream.range(0, DATA_SETS)
                .mapToObj(Cooking::new)
                .filter(cooking -> !isolatedUsers(cooking, (users, days, minUsers) -> new UserBand(users, users))
                        .isEmpty())
                .count();

        assertThat(isolating).isGreaterThan(10);
    }

    /** The largest day can narrow a band down: 19 users on one day leave one number of 10 to 19. */
    @Test
    void bandsAloneAreNotEnough() {
        long isolating = LongStream.range(0, DATA_SETS)
                .mapToObj(Cooking::new)
                .filter(cooking -> !isolatedUsers(cooking, (users, days, minUsers) -> UserBand.plain(users, minUsers))
                        .isEmpty())
                .count();

        assertThat(isolating).isPositive();
    }

    /** Beyond the data sets: every number of users of up to three days, and every week that they can have. */
    @Test
    void noBandIsolatesWhateverTheNumbers() {
        for (int minUsers : new int[] {2, 3, 4, 5, 7, 9, 10, 19}) {
            for (int first = minUsers; first < minUsers + 45; first++) {
                for (int second = minUsers; second <= first; second++) {
                    for (int third : new int[] {0, minUsers, second}) {
                        int sum = first + second + third;
                        List<Integer> days = third == 0 ? List.of(first, second) : List.of(first, second, third);
                        for (int week = first; week <= sum + minUsers; week++) {
                            UserBand band = UserBand.of(week, days, minUsers);
                            assertThat(UserBand.isolated(days, band, week > sum, minUsers))
                                    .as("%s users of days, %s of their week, %s", days, week, minUsers)
                                    .isEmpty();
                        }
                    }
                }
            }
        }
    }

    private interface Publishing {
        UserBand band(int users, List<Integer> days, int minUsers);
    }

    private static List<String> isolatedUsers(Cooking cooking, Publishing publish) {
        CookingTables tables = new CookingTables(cooking);
        Set<DayDish> named = tables.namedDishes();
        Set<DayDish> inWeek = tables.namedInWeek(named, tables.classifiedDishes(named));
        List<String> isolated = new ArrayList<>();
        for (Set<Atom> week : tables.weeklyRecipes(inWeek)) {
            List<Integer> days = new ArrayList<>();
            Set<Atom> ofDays = new HashSet<>();
            for (Set<Atom> day : tables.dailyRecipes(named)) {
                // A day of (other) with fewer users has no named dish beside it, and tells of none.
                int users = cooking.users(day).size();
                if (week.containsAll(day) && users >= cooking.minUsers) {
                    days.add(users);
                    ofDays.addAll(day);
                }
            }
            if (!days.isEmpty()) {
                UserBand band = publish.band(cooking.users(week).size(), days, cooking.minUsers);
                isolated.addAll(UserBand.isolated(days, band, !ofDays.containsAll(week), cooking.minUsers));
            }
        }
        return isolated;
    }

    private static List<Set<Atom>> published(Cooking cooking) {
        CookingTables tables = new CookingTables(cooking);
        Set<DayDish> named = tables.namedDishes();
        Set<DayDish> classified = tables.classifiedDishes(named);
        return tables.published(named, classified, tables.namedInWeek(named, classified));
    }

    private static long finds(Function<Cooking, List<Set<Atom>>> cells) {
        return LongStream.range(0, DATA_SETS)
                .mapToObj(Cooking::new)
                .filter(cooking ->
                        new Attacker(cooking, cells.apply(cooking)).find().isPresent())
                .count();
    }

    private static int sum(List<Set<Atom>> cells) {
        return cells.stream().mapToInt(Set::size).sum();
    }
}
