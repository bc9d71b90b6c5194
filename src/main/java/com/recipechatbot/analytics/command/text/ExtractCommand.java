package com.recipechatbot.analytics.command.text;

import com.recipechatbot.analytics.command.option.ListFile;
import com.recipechatbot.analytics.extraction.DishCategory;
import com.recipechatbot.analytics.extraction.DishClassifier;
import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.extraction.RecipeMention;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code extract}: which dishes the pipeline would find in a message. */
@Command(
        name = "extract",
        description = {
            "Prints the dishes named in the messages on standard input, one user message per line.",
            "With --json: {\"id\",\"role\",\"message\"} in, {\"id\",\"recipe_name\",\"recipe_key\",\"course\",\"cuisine\"} out; null if none is named or known."
        },
        footer = {"", "Example: echo 'How do I make potato soup?' | jobs/run extract"})
public final class ExtractCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Read and print one JSON object per line.")
    private boolean json;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description =
                    "Dishes of your own, recognized wherever they appear: one title per line, comments begin with #.")
    private Path lexicon;

    @Override
    public Integer call() {
        RecipeExtractor extractor = lexicon == null
                ? RecipeExtractor.standard()
                : RecipeExtractor.standard().withTitles(ListFile.titles(lexicon));
        if (json) {
            TextLines.eachObject((asked, answered) -> {
                List<RecipeMention> mentions = mentions(
                        extractor,
                        asked.path("role").asText("user"),
                        asked.path("message").asText());
                RecipeMention first = mentions.isEmpty() ? null : mentions.get(0);
                DishCategory category =
                        first == null ? null : DishClassifier.standard().classify(first.name());
                answered.put("recipe_name", first == null ? null : first.name());
                answered.put("recipe_key", first == null ? null : first.key());
                answered.put("course", category == null ? null : category.course());
                answered.put("cuisine", category == null ? null : category.cuisine());
            });
        } else {
            TextLines.each(text -> mentions(extractor, "user", text).stream()
                    .map(RecipeMention::name)
                    .collect(Collectors.joining(", ")));
        }
        return 0;
    }

    private static List<RecipeMention> mentions(RecipeExtractor extractor, String role, String message) {
        return Roles.speaker(role)
                .map(speaker -> extractor.mentions(speaker, message))
                .orElse(List.of());
    }
}
