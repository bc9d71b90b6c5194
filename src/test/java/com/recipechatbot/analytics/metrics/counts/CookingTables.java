package com.recipechatbot.analytics.metrics.counts;

import com.recipechatbot.analytics.metrics.counts.Cooking.Atom;
import com.recipechatbot.analytics.metrics.counts.Cooking.Dish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The published cells about dishes of a data set, each as the atoms that it counts: built from the same steps as by the queries. */
final class CookingTables {

    static final String OTHER = "(other)";

    private final Cooking cooking;

    CookingTables(Cooking cooking) {
        this.cooking = cooking;
    }

    /** A dish in its day. */
    record DayDish(int day, Dish dish) {

        DayDish(Atom atom) {
            this(atom.day(), atom.dish());
        }
    }

    /** The dishes that daily_recipes names. */
    Set<DayDish> namedDishes() {
        Set<DayDish> named = new HashSet<>();
        for (int day = 0; day < Cooking.DAYS; day++) {
            int today = day;
            Set<Atom> atoms = cooking.atoms(atom -> atom.day() == today);
            Set<String> safe = safe(atoms, atom -> "", atom -> atom.dish().name());
            atoms.stream()
                    .filter(atom -> safe.contains(atom.dish().name()))
                    .map(DayDish::new)
                    .forEach(named::add);
        }
        return named;
    }

    /** The dishes that daily_categories counts under their cuisine and diets. */
    Set<DayDish> classifiedDishes(Set<DayDish> named) {
        Set<DayDish> classified = new HashSet<>(named);
        for (int day = 0; day < Cooking.DAYS; day++) {
            int today = day;
            Set<Atom> folded = cooking.atoms(atom -> atom.day() == today && !named.contains(new DayDish(atom)));
            Set<String> safe = safe(folded, atom -> "", atom -> atom.dish().kind());
            folded.stream()
                    .filter(atom -> safe.contains(atom.dish().kind()))
                    .map(DayDish::new)
                    .forEach(classified::add);
        }
        return classified;
    }

    /** The dishes of a day that weekly_recipes names. */
    Set<DayDish> namedInWeek(Set<DayDish> named, Set<DayDish> classified) {
        Set<DayDish> inWeek = new HashSet<>(named);
        for (int week = 0; week <= (Cooking.DAYS - 1) / 7; week++) {
            int now = week;
            Set<Atom> folded = cooking.atoms(atom -> atom.week() == now && !named.contains(new DayDish(atom)));
            Set<String> safe = safe(
                    folded,
                    atom -> atom.day()
                            + (classified.contains(new DayDish(atom))
                                    ? " " + atom.dish().kind()
                                    : ""),
                    atom -> atom.dish().name());
            folded.stream()
                    .filter(atom -> safe.contains(atom.dish().name()))
                    .map(DayDish::new)
                    .forEach(inWeek::add);
        }
        return inWeek;
    }

    private Set<String> safe(Set<Atom> atoms, Function<Atom, String> pool, Function<Atom, String> group) {
        return SmallCounts.safeGroups(
                atoms.stream()
                        .map(atom -> cooking.cell(pool.apply(atom), group.apply(atom), atom))
                        .toList(),
                cooking.minUsers);
    }

    /** All cells of daily_recipes, daily_categories and weekly_recipes, and the day's plain totals. */
    List<Set<Atom>> published(Set<DayDish> named, Set<DayDish> classified, Set<DayDish> inWeek) {
        List<Set<Atom>> cells = new ArrayList<>();
        cells.addAll(dailyRecipes(named));
        cells.addAll(weeklyRecipes(inWeek));
        cells.addAll(cuisines(classified));
        cells.addAll(diets(classified));
        cells.addAll(totals());
        return cells;
    }

    List<Set<Atom>> totals() {
        return cells(atom -> List.of(atom.day() + ""));
    }

    List<Set<Atom>> dailyRecipes(Set<DayDish> named) {
        return cells(atom -> List.of(
                atom.day() + (named.contains(new DayDish(atom)) ? atom.dish().name() : OTHER)));
    }

    List<Set<Atom>> weeklyRecipes(Set<DayDish> inWeek) {
        return cells(atom -> List.of(
                atom.week() + (inWeek.contains(new DayDish(atom)) ? atom.dish().name() : OTHER)));
    }

    List<Set<Atom>> cuisines(Set<DayDish> classified) {
        return cells(atom -> List.of(atom.day()
                + (classified.contains(new DayDish(atom)) ? atom.dish().cuisine() : OTHER)));
    }

    List<Set<Atom>> diets(Set<DayDish> classified) {
        return cells(atom -> classified.contains(new DayDish(atom))
                ? atom.dish().diets().stream().map(diet -> atom.day() + diet).toList()
                : List.of(atom.day() + OTHER));
    }

    /** The compatibility file as it would be by the day of the message, with a threshold of its own. */
    List<Set<Atom>> byMessageDay() {
        Map<String, Set<Atom>> dishes =
                byName(atom -> List.of(atom.messageDay() + atom.dish().name()));
        return cells(atom -> {
            String dish = atom.messageDay() + atom.dish().name();
            boolean isSmall = cooking.users(dishes.get(dish)).size() < cooking.minUsers;
            return List.of(isSmall ? atom.messageDay() + OTHER : dish);
        });
    }

    private List<Set<Atom>> cells(Function<Atom, List<String>> names) {
        return List.copyOf(byName(names).values());
    }

    private Map<String, Set<Atom>> byName(Function<Atom, List<String>> names) {
        Map<String, Set<Atom>> cells = new HashMap<>();
        for (Atom atom : cooking.atoms()) {
            names.apply(atom)
                    .forEach(name ->
                            cells.computeIfAbsent(name, none -> new HashSet<>()).add(atom));
        }
        return cells;
    }

    /** All dishes of all days, as without any control. */
    Set<DayDish> all() {
        return cooking.atoms().stream().map(DayDish::new).collect(Collectors.toSet());
    }

    /** The groups that have enough users by themselves, whatever they leave behind. */
    Set<DayDish> withEnoughUsers(Function<Atom, Object> group, Set<DayDish> named) {
        Map<Object, Set<Atom>> groups = cooking.atoms().stream()
                .filter(atom -> !named.contains(new DayDish(atom)))
                .collect(Collectors.groupingBy(group, Collectors.toSet()));
        Set<DayDish> enough = new HashSet<>(named);
        groups.values().stream()
                .filter(atoms -> cooking.users(atoms).size() >= cooking.minUsers)
                .flatMap(Set::stream)
                .map(DayDish::new)
                .forEach(enough::add);
        return enough;
    }
}
