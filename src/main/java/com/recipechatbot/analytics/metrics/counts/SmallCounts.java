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
 * Small-count control: which groups of cells may be published together with the pools that contain the cells, so that
 * no sum or difference of pools and published groups reveals a count of 1 to minUsers - 1 users. A dish is a group in
 * the pool of its day; so is the rest of a dish over the days that do not name it.
 *
 * <p>A reader can add up pools and subtract the published groups that lie entirely in them: the rest must then have
 * minUsers users. Otherwise the smallest of these groups is withdrawn. A pool without published groups names nothing.
 */
public final class SmallCounts {

    /** The unions of this many pools with few users left are examined one by one; further pools publish no group. */
    private static final int MOST_WEAK_POOLS = 10;

    /** The name under which groups are published together; a group that has it already stays there. */
    private static final String OTHER = "(other)";

    /**
     * What one group has in one pool.
     *
     * @param pool what is always published, such as a day
     * @param group what may be published with it, such as a dish
     * @param pairs its size
     * @param users its users without unknown ones; of minUsers or more, any minUsers of them are enough
     */
    public record Cell(String pool, String group, long pairs, Set<String> users) {}

    private final int minUsers;
    private final TreeSet<Group> published = new TreeSet<>(Group.FROM_THE_SMALLEST);

    /** By pool, the users of the groups that are not published. */
    private final Map<String, Set<String>> rest = new HashMap<>();

    private SmallCounts(Collection<Cell> cells, int minUsers) {
        this.minUsers = minUsers;
        Map<String, Group> groups = new HashMap<>();
        for (Cell cell : cells) {
            groups.computeIfAbsent(cell.group(), Group::new).add(cell);
            rest.computeIfAbsent(cell.pool(), pool -> new HashSet<>());
        }
        published.addAll(groups.values());
        groups.values().stream()
                .filter(group -> group.users.size() < minUsers || group.name.equals(OTHER))
                .forEach(this::withdraw);
    }

    /**
     * The names of the groups that may be published.
     *
     * @param minUsers 1 switches the control off: all groups are published, also those of unknown users
     */
    public static Set<String> safeGroups(Collection<Cell> cells, int minUsers) {
        if (minUsers <= 1) {
            return cells.stream().map(Cell::group).collect(Collectors.toSet());
        }
        SmallCounts counts = new SmallCounts(cells, minUsers);
        Optional<Group> unsafe = counts.unsafe();
        while (unsafe.isPresent()) {
            counts.withdraw(unsafe.get());
            unsafe = counts.unsafe();
        }
        return counts.published.stream().map(group -> group.name).collect(Collectors.toSet());
    }

    private void withdraw(Group group) {
        published.remove(group);
        group.cells.forEach(cell -> rest.get(cell.pool()).addAll(cell.users()));
    }

    /** The smallest of the published groups that reveal too few users; empty when all is well. */
    private Optional<Group> unsafe() {
        List<String> weak = new ArrayList<>();
        for (Map.Entry<String, List<Group>> pool : publishedByPool().entrySet()) {
            int users = rest.get(pool.getKey()).size();
            Group smallest = pool.getValue().get(0);
            // Published groups that exhaust a pool add up to it: if one extends beyond it, both its parts could be
            // computed.
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
        for (Group group : published) {
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

    private Map<String, List<Group>> publishedByPool() {
        Map<String, List<Group>> byPool = new TreeMap<>();
        for (Group group : published) {
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
