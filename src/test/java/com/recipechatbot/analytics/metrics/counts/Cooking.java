package com.recipechatbot.analytics.metrics.counts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A random data set: who cooked what on which of ten days, with conversations past midnight and unknown users. */
final class Cooking {

    static final int DAYS = 10;
    private static final int WEEK = 7;

    record Dish(String name, String cuisine, Set<String> diets) {

        String kind() {
            return cuisine + " " + new TreeSet<>(diets);
        }
    }

    /** What a cell is made of: the mentions of a dish, in conversations of a day, on the day of the message. */
    record Atom(int day, int messageDay, Dish dish) {

        int week() {
            return day / WEEK;
        }
    }

    /** Whom an atom is about; unknown users have a pair and no name. */
    record Cooks(Set<String> users, int pairs) {}

    final int minUsers;
    private final Map<Atom, Cooks> cooks = new TreeMap<>(Comparator.comparingInt(Atom::day)
            .thenComparingInt(Atom::messageDay)
            .thenComparing(atom -> atom.dish().name()));

    Cooking(long seed) {
        Random random = new Random(seed);
        minUsers = 2 + random.nextInt(4);
        int users = 8 + random.nextInt(10);
        List<Dish> dishes = dishes(random, 6 + random.nextInt(6));
        int conversations = 60 + random.nextInt(120);
        for (int i = 0; i < conversations; i++) {
            // A few days are quiet, and some dishes are far more popular than others.
            int day = (int) (DAYS * Math.sqrt(random.nextDouble()));
            String user = random.nextInt(15) == 0 ? null : "user " + random.nextInt(users);
            for (int named = random.nextInt(4); named >= 0; named -= 2) {
                double popularity = random.nextDouble();
                Dish dish = dishes.get((int) (dishes.size() * popularity * popularity));
                add(new Atom(day, random.nextInt(8) == 0 ? day + 1 : day, dish), user);
            }
        }
    }

    private static List<Dish> dishes(Random random, int count) {
        List<Dish> dishes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Set<String> diets = new TreeSet<>();
            for (String diet : List.of("vegan", "gluten_free")) {
                if (random.nextInt(4) == 0) {
                    diets.add(diet);
                }
            }
            dishes.add(
                    new Dish("dish " + i, List.of("unknown", "italian", "thai").get(random.nextInt(3)), diets));
        }
        return dishes;
    }

    private void add(Atom atom, String user) {
        Cooks before = cooks.getOrDefault(atom, new Cooks(Set.of(), 0));
        Set<String> users = new TreeSet<>(before.users());
        if (user != null) {
            users.add(user);
        }
        cooks.put(atom, new Cooks(users, before.pairs() + 1));
    }

    Set<Atom> atoms() {
        return cooks.keySet();
    }

    Set<Atom> atoms(Predicate<Atom> wanted) {
        Set<Atom> atoms = new HashSet<>();
        cooks.keySet().stream().filter(wanted).forEach(atoms::add);
        return atoms;
    }

    Set<String> users(Atom atom) {
        return cooks.get(atom).users();
    }

    Set<String> users(Set<Atom> atoms) {
        Set<String> users = new TreeSet<>();
        atoms.forEach(atom -> users.addAll(users(atom)));
        return users;
    }

    SmallCounts.Cell cell(String pool, String group, Atom atom) {
        return new SmallCounts.Cell(pool, group, cooks.get(atom).pairs(), users(atom));
    }
}
