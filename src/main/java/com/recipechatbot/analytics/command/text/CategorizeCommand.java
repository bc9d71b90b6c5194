package com.recipechatbot.analytics.command.text;

import com.recipechatbot.analytics.extraction.DishCategory;
import com.recipechatbot.analytics.extraction.DishClassifier;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code categorize}: course, cuisine and diets of a dish, as far as its title reveals them. */
@Command(
        name = "categorize",
        description = {
            "Prints course, cuisine and diets of the dishes on standard input, one title per line; an empty line where a title reveals none.",
            "With --json: {\"id\",\"title\"} in, {\"id\",\"course\",\"cuisine\",\"diet\"} out; course and cuisine are null if unknown, diet is a list."
        },
        footer = {"", "Example: echo 'vegan pad thai' | jobs/run categorize"})
public final class CategorizeCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Read and print one JSON object per line.")
    private boolean json;

    @Override
    public Integer call() {
        if (json) {
            TextLines.eachObject((asked, answered) -> {
                DishCategory category = classify(asked.path("title").asText());
                answered.put("course", category.course());
                answered.put("cuisine", category.cuisine());
                new TreeSet<>(category.diets()).forEach(answered.putArray("diet")::add);
            });
        } else {
            TextLines.each(title -> labels(classify(title)));
        }
        return 0;
    }

    private static DishCategory classify(String title) {
        return DishClassifier.standard().classify(title);
    }

    private static String labels(DishCategory category) {
        return Stream.concat(
                        Stream.of(category.course(), category.cuisine()).filter(Objects::nonNull),
                        new TreeSet<>(category.diets()).stream())
                .collect(Collectors.joining(", "));
    }
}
