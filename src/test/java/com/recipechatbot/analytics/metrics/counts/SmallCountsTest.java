package com.recipechatbot.analytics.metrics.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.metrics.counts.SmallCounts.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallCountsTest {

    @Test
    void aGroupOfFewUsersIsNotTold() {
        assertThat(safe(
                        3,
                        cell("day", "soup", "ann", "ben", "cleo"),
                        cell("day", "pie", "ann", "ben"),
                        cell("day", "tea", "dan")))
                .containsExactly("soup");
    }

    @Test
    void unknownUsersMakeNoGroupAndNeedNoCompany() {
        assertThat(safe(3, cell("day", "soup", "ann", "ben", "cleo"), cell("day", "pie")))
                .containsExactly("soup");
    }

    @Test
    void aThresholdOfOneTellsEveryGroup() {
        assertThat(safe(1, cell("day", "soup", "ann"), cell("day", "pie"))).containsExactlyInAnyOrder("soup", "pie");
    }

    @Test
    void ofTwoGroupsTheSmallerHidesARestOfFewUsers() {
        assertThat(safe(
                        2,
                        new Cell("day", "soup", 3, Set.of("ann", "ben")),
                        new Cell("day", "stew", 2, Set.of("ann", "ben", "cleo")),
                        cell("day", "pie", "dan")))
                .containsExactly("soup");
    }

    @Test
    void whereTheRestIsOfFewUsersAndNobodyElseIsThereNothingIsTold() {
        assertThat(safe(3, cell("day", "soup", "ann", "ben", "cleo"), cell("day", "pie", "ann")))
                .isEmpty();
    }

    @Test
    void groupsThatUseUpAPoolTellNoneThatReachesBeyond() {
        assertThat(safe(
                        3,
                        cell("Monday", "soup", "ann", "ben"),
                        cell("Tuesday", "soup", "cleo", "ben"),
                        cell("Monday", "pie", "dan", "eve", "finn"),
                        cell("Tuesday", "tea", "dan", "eve", "finn")))
                // with pie told as well, Monday less pie would be ann's and ben's soup; pie is the smaller one
                .containsExactly("soup");
    }

    @Test
    void aGroupThatReachesOverPoolsIsToldWhenTheirRestsTogetherHaveEnoughUsers() {
        assertThat(safe(
                        3,
                        cell("Monday", "soup", "ann", "ben"),
                        cell("Tuesday", "soup", "cleo", "ben"),
                        cell("Monday", "pie", "dan", "eve"),
                        cell("Tuesday", "tea", "finn")))
                .containsExactly("soup");
    }

    @Test
    void aGroupThatReachesOverPoolsIsNotToldWhenTheirRestsTogetherHaveFewUsers() {
        assertThat(safe(
                        3,
                        cell("Monday", "soup", "ann", "ben"),
                        cell("Tuesday", "soup", "cleo", "ben"),
                        cell("Monday", "pie", "dan"),
                        cell("Tuesday", "tea", "eve")))
                .isEmpty();
    }

    @Test
    void moreWeakPoolsThanCanBeTriedOutTellLess() {
        List<Cell> cells = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            cells.add(cell("day " + day, "soup", "ann", "ben", "cleo"));
            cells.add(cell("day " + day, "pie " + day, "user " + day));
        }
        // The pies have thirty users together, so that soup could be told.
        assertThat(SmallCounts.safeGroups(cells, 3)).isEmpty();
        assertThat(SmallCounts.safeGroups(cells.subList(0, 20), 3)).containsExactly("soup");
    }

    @Test
    void theOrderOfTheCellsDoesNotMatter() {
        Random random = new Random(7);
        List<Cell> cells = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> cell(
                        "day " + i % 5, "dish " + random.nextInt(9), "user " + random.nextInt(9), "guest " + i % 4))
                .toList());
        Set<String> told = SmallCounts.safeGroups(cells, 4);
        assertThat(told).isNotEmpty();

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(cells, random);
            assertThat(SmallCounts.safeGroups(cells, 4)).isEqualTo(told);
        }
    }

    private static Set<String> safe(int minUsers, Cell... cells) {
        return SmallCounts.safeGroups(List.of(cells), minUsers);
    }

    private static Cell cell(String pool, String group, String... users) {
        return new Cell(pool, group, users.length, Set.of(users));
    }
}
