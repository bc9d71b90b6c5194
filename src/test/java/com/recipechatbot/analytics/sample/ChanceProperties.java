package com.recipechatbot.analytics.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChanceProperties {

    @Property(tries = 200)
    void numbers_stay_below_their_bound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        Chance chance = Chance.of(seed);
        assertThat(chance.below(bound)).isBetween(0, bound - 1);
        assertThat(chance.skewed(bound)).isBetween(0, bound - 1);
    }

    @Property(tries = 200)
    void a_path_always_gives_the_same_numbers_and_another_path_others(@ForAll long seed, @ForAll long step) {
        assertThat(numbers(Chance.of(seed, step))).isEqualTo(numbers(Chance.of(seed, step)));
        assertThat(numbers(Chance.of(seed, step))).isNotEqualTo(numbers(Chance.of(seed, step + 1)));
    }

    @Property(tries = 50)
    void skewed_numbers_are_small_half_of_the_time(@ForAll long seed) {
        Chance chance = Chance.of(seed);
        // The median of a squared fraction is a quarter.
        assertThat(IntStream.range(0, 4000)
                        .filter(draw -> chance.skewed(100) < 25)
                        .count())
                .isBetween(1800L, 2200L);
    }

    private static int[] numbers(Chance chance) {
        return IntStream.generate(() -> chance.below(Integer.MAX_VALUE))
                .limit(8)
                .toArray();
    }
}
