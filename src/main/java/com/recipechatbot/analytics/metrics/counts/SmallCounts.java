package com.recipechatbot.analytics.metrics.counts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Small-count control: which groups of cells may be told beside the pools that the cells lie in, so that nobody who adds
 * and subtracts pools and told groups finds 1 to minUsers - 1 users. A dish is a group in the pool of its day; so is the
 * rest of a dish over the days that do not name it.
 *
 * <p>A reader can add pools up and take away the told groups that lie wholly in them: what is left then must have
 * minUsers users. Else the smallest of these groups is taken back. A pool from which nothing is told names nothing.
 */
public final class SmallCounts {

    /** The unions of so many pools with few users left are looked at one by one; further ones tell no group. */
    private static final int MOST_WEAK_POOLS = 10;

    /**
     * What one group has in one pool.
     *
     * @param pool what is told in any case, such as a day
     * @param group what may be told beside it, such as a dish
     * @param pairs its size
     * @param users whom it is about, unknown users left out; of minUsers or more, any minUsers of them do
     */
    public record Cell(String pool, String group, long pairs, Set<String> users) {}

    private final int minUsers;
    private final TreeSet<Group> told = new TreeSet<>(Group.FROM_THE_SMALLEST);

    /** By pool, the users of the groups that are not told. */
    private final Map<String, Set<String>> rest = new HashMap<>();

    private SmallCounts(Collection<Cell> cells, int minUsers) {
        this.minUsers = minUsers;
        Map<String, Group> groups = new HashMap<>();
        for (Cell cell : cells) {
            groups.computeIfAbsent(cell.group(), Group::new).add(cell);
            rest.computeIfAbsent(cell.pool(), pool -> new HashSet<>());
        }
        told.addAll(groups.values());
        groups.values().stream().filter(group -> group.users.size() < minUsers).forEach(this::takeBack);
    }

    /**
     * The names of the groups that may be told.
     *
     * @param minUsers 1 switches the control off: all groups are told, those of unknown users too
     */
    public static Set<String> safeGroups(Collection<Cell> cells, int minUsers) {
        if (minUsers <= 1) {
            return cells.stream().map(Cell::group).collect(Collectors.toSet());
        }
        SmallCounts counts = new SmallCounts(cells, minUsers);
        Optional<Group> unsafe = counts.unsafe();
        while (unsafe.isPresent()) {
            counts.takeBack(unsafe.get());
            unsafe = counts.unsafe();
        }
        return counts.told.stream().map(group -> group.name).collect(Collectors.toSet());
    }

    private void takeBack(Group group) {
        told.remove(group);
        group.cells.forEach(cell -> rest.get(cell.pool()).addAll(cell.users()));
    }

    /** The smallest of the told groups that let too few users be found; none when all is well. */
    private Optional<Group> unsafe() {
        List<String> weak = new ArrayList<>();
        for (Map.Entry<String, List<Group>> pool : toldByPool().entrySet()) {
            int users = rest.get(pool.getKey()).size();
            Group smallest = pool.getValue().get(0);
            // Told groups that use a pool up add up to it: of one that reaches beyond, both parts could be computed.
            if (users == 0 && pool.getValue().stream().anyMatch(group -> group.pools.size() > 1)) {
                return Optional.of(smallest);
            }
            if (users > 0 && users < minUsers) {
                if (weak.size() == MOST_WEAK_POOLS) {
                    return Optional.of(smallest);
                }
                weak.add(pool.getKey());
            }
        }
        for (int members = 1; members < 1 << weak.size(); members++) {
            Optional<Group> unsafe = unsafe(union(weak, members));
            if (unsafe.isPresent()) {
                return unsafe;
            }
        }
        return Optional.empty();
    }

    private Optional<Group> unsafe(Set<String> union) {
        Group smallestWithin = null;
        Set<String> left = new HashSet<>();
        union.forEach(pool -> left.addAll(rest.get(pool)));
        for (Group group : told) {
            if (!union.containsAll(group.pools)) {
                group.cells.stream()
                        .filter(cell -> union.contains(cell.pool()))
                        .forEach(cell -> left.addAll(cell.users()));
            } else if (smallestWithin == null) {
                smallestWithin = group;
            }
        }
        return left.size() < minUsers ? Optional.ofNullable(smallestWithin) : Optional.empty();
    }

    private static Set<String> union(List<String> pools, int members) {
        Set<String> union = new HashSet<>();
        for (int i = 0; i < pools.size(); i++) {
            if ((members >> i & 1) == 1) {
                union.add(pools.get(i));
            }
        }
        return union;
    }

    private Map<String, List<Group>> toldByPool() {
        Map<String, List<Group>> byPool = new TreeMap<>();
        for (Group group : told) {
            group.pools.forEach(pool ->
                    byPool.computeIfAbsent(pool, none -> new ArrayList<>()).add(group));
        }
        return byPool;
    }

    private static final class Group {

        static final Comparator<Group> FROM_THE_SMALLEST =
                Comparator.comparingLong((Group group) -> group.pairs).thenComparing(group -> group.name);

        private final String name;
        private final List<Cell> cells = new ArrayList<>();
        private final Set<String> pools = new HashSet<>();
        private final Set<String> users = new HashSet<>();
        private long pairs;

        Group(String name) {
            this.name = name;
        }

        void add(Cell cell) {
            cells.add(cell);
            pools.add(cell.pool());
            users.addAll(cell.users());
            pairs += cell.pairs();
        }
    }
}
