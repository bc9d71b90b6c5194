package com.recipechatbot.analytics.metrics.counts;

import com.recipechatbot.analytics.metrics.counts.Cooking.Atom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Knows which atoms each published cell counts, and searches all linear combinations of cells for a set of atoms of 1
 * to minUsers - 1 users. A day as a whole is no find: it names no dish, cuisine or diet.
 *
 * <p>A set is a linear combination of cells when it is orthogonal to all that every cell is orthogonal to. Modulo a
 * prime, one random vector of that kind takes a wrong set for one with a chance of 2^-31, and two with 2^-62.
 */
final class Attacker {

    private static final long PRIME = Integer.MAX_VALUE;

    private final Cooking cooking;
    /** Atoms that the same cells count: no combination tells them apart. */
    private final List<Set<Atom>> blocks;

    private final long[] orthogonal;
    private final long[] alsoOrthogonal;

    Attacker(Cooking cooking, List<Set<Atom>> cells) {
        this.cooking = cooking;
        this.blocks = List.copyOf(cooking.atoms().stream()
                .collect(Collectors.groupingBy(
                        atom -> cells.stream().map(cell -> cell.contains(atom)).toList(),
                        LinkedHashMap::new,
                        Collectors.toSet()))
                .values());
        long[][] rows = cells.stream()
                .map(cell -> blocks.stream()
                        .mapToLong(block -> cell.containsAll(block) ? 1 : 0)
                        .toArray())
                .toArray(long[][]::new);
        int[] pivots = reduce(rows);
        this.orthogonal = orthogonal(rows, pivots, new Random(1));
        this.alsoOrthogonal = orthogonal(rows, pivots, new Random(2));
    }

    /** Atoms of too few users, whose sum can be computed from the cells. */
    Optional<Set<Atom>> find() {
        Set<String> users = cooking.users(cooking.atoms());
        for (Set<String> few : choices(List.copyOf(users), cooking.minUsers - 1)) {
            List<Integer> theirs = new ArrayList<>();
            for (int i = 0; i < blocks.size(); i++) {
                // what is of unknown users only may be in a find or not
                if (few.containsAll(cooking.users(blocks.get(i)))) {
                    theirs.add(i);
                }
            }
            Optional<Set<Atom>> find = findAmong(theirs);
            if (find.isPresent()) {
                return find;
            }
        }
        return Optional.empty();
    }

    /** Meets in the middle: a choice of the one half and a choice of the other that cancel each other out. */
    private Optional<Set<Atom>> findAmong(List<Integer> theirs) {
        List<Integer> left = theirs.subList(0, theirs.size() / 2);
        List<Integer> right = theirs.subList(theirs.size() / 2, theirs.size());
        long[] leftSums = sums(left);
        Map<Long, List<Integer>> byOpposite = new HashMap<>();
        for (int chosen = 0; chosen < leftSums.length; chosen++) {
            byOpposite
                    .computeIfAbsent((PRIME - leftSums[chosen]) % PRIME, none -> new ArrayList<>())
                    .add(chosen);
        }
        long[] rightSums = sums(right);
        for (int chosen = 0; chosen < rightSums.length; chosen++) {
            for (int opposite : byOpposite.getOrDefault(rightSums[chosen], List.of())) {
                Set<Integer> both = new HashSet<>(chosen(left, opposite));
                both.addAll(chosen(right, chosen));
                Set<Atom> set =
                        both.stream().flatMap(i -> blocks.get(i).stream()).collect(Collectors.toSet());
                if (isCombination(both) && tells(set)) {
                    return Optional.of(set);
                }
            }
        }
        return Optional.empty();
    }

    /** @return by bit mask, the sum over the chosen atoms */
    private long[] sums(List<Integer> choice) {
        long[] sums = new long[1 << choice.size()];
        for (int chosen = 1; chosen < sums.length; chosen++) {
            int last = Integer.numberOfTrailingZeros(chosen);
            sums[chosen] = (sums[chosen & (chosen - 1)] + orthogonal[choice.get(last)]) % PRIME;
        }
        return sums;
    }

    private static Set<Integer> chosen(List<Integer> choice, int chosen) {
        return BitSet.valueOf(new long[] {chosen}).stream()
                .mapToObj(choice::get)
                .collect(Collectors.toSet());
    }

    private boolean isCombination(Set<Integer> set) {
        return set.stream().mapToLong(i -> alsoOrthogonal[i]).sum() % PRIME == 0;
    }

    private boolean tells(Set<Atom> set) {
        return set.stream()
                .filter(atom -> !cooking.users(atom).isEmpty())
                .anyMatch(atom -> !set.containsAll(cooking.atoms(other ->
                        other.day() == atom.day() && !cooking.users(other).isEmpty())));
    }

    private static List<Set<String>> choices(List<String> users, int size) {
        if (size == 0) {
            return List.of(Set.of());
        }
        List<Set<String>> choices = new ArrayList<>();
        for (int i = 0; i <= users.size() - size; i++) {
            for (Set<String> others : choices(users.subList(i + 1, users.size()), size - 1)) {
                Set<String> choice = new TreeSet<>(others);
                choice.add(users.get(i));
                choices.add(choice);
            }
        }
        return choices;
    }

    private static long[] orthogonal(long[][] rows, int[] pivots, Random random) {
        long[] vector = random.longs(rows[0].length, 1, PRIME).toArray();
        for (int pivot : pivots) {
            vector[pivot] = 0;
        }
        for (int row = 0; row < pivots.length; row++) {
            long sum = 0;
            for (int column = 0; column < vector.length; column++) {
                if (column != pivots[row]) {
                    sum = (sum + rows[row][column] * vector[column]) % PRIME;
                }
            }
            vector[pivots[row]] = (PRIME - sum) % PRIME;
        }
        return vector;
    }

    /** Gauss-Jordan: afterwards each of the first rows has a one in its pivot column, where the others have zeros. */
    private static int[] reduce(long[][] rows) {
        List<Integer> pivots = new ArrayList<>();
        for (int column = 0; column < rows[0].length; column++) {
            int rank = pivots.size();
            int found = rank;
            while (found < rows.length && rows[found][column] == 0) {
                found++;
            }
            if (found < rows.length) {
                long[] pivot = rows[found];
                rows[found] = rows[rank];
                rows[rank] = pivot;
                scale(pivot, inverse(pivot[column]));
                for (long[] row : rows) {
                    if (row != pivot && row[column] != 0) {
                        subtract(row, pivot, row[column]);
                    }
                }
                pivots.add(column);
            }
        }
        return pivots.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void scale(long[] row, long factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * factor % PRIME;
        }
    }

    private static void subtract(long[] row, long[] other, long factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.floorMod(row[i] - factor * other[i] % PRIME, PRIME);
        }
    }

    /** By Fermat: its power of PRIME - 2. */
    private static long inverse(long number) {
        long inverse = 1;
        long square = number;
        for (long power = PRIME - 2; power > 0; power >>= 1) {
            if ((power & 1) == 1) {
                inverse = inverse * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return inverse;
    }
}
