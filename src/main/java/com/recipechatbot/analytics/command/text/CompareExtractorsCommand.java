package com.recipechatbot.analytics.command.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compare-extractors}: what today's rules change in the dishes that an older build found. */
@Command(
        name = "compare-extractors",
        description = {
            "Compares the dishes that an older build found in messages with those that this build finds.",
            "Prints how many messages keep, change, lose or gain their dish, then a line (id, before, now, separated by tabs) for each that does not keep it. Personal data is redacted first, as in the pipeline.",
            "",
            "Before the update, save what the old rules find:",
            "  jobs/run extract --json < messages.jsonl > before.jsonl",
            "After it:",
            "  jobs/run compare-extractors --before before.jsonl < messages.jsonl"
        },
        footer = {
            "",
            "The extractor_version of a published day is the version of the rules that read it; backfill reads days again."
        })
public final class CompareExtractorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--before",
            required = true,
            paramLabel = "FILE",
            description = "The output of extract --json of the older build for the messages.")
    private Path before;

    @Option(names = "--input", paramLabel = "FILE", description = "The messages. Default: standard input.")
    private Path input;

    @Option(names = "--json", description = "Print one JSON object per line, the counts first.")
    private boolean json;

    @Override
    public Integer call() {
        Map<JsonNode, String> dishes = new HashMap<>();
        TextLines.readObjects(before, answer -> dishes.put(answer.path("id"), redacted(dish(answer))));

        ExtractorComparison comparison = new ExtractorComparison();
        Consumer<JsonNode> compare = message -> {
            JsonNode id = message.path("id");
            if (dishes.containsKey(id)) {
                comparison.add(id, dishes.get(id), dishNow(message));
            } else {
                comparison.addUnknown();
            }
        };
        if (input == null) {
            TextLines.readObjects(compare);
        } else {
            TextLines.readObjects(input, compare);
        }
        if (json) {
            comparison.printJson(spec.commandLine().getOut());
        } else {
            comparison.print(spec.commandLine().getOut());
        }
        return 0;
    }

    private static String dish(JsonNode answer) {
        JsonNode name = answer.path("recipe_name");
        return name.isTextual() ? name.asText() : "";
    }

    private static String dishNow(JsonNode message) {
        String text = redacted(message.path("message").asText());
        return Roles.speaker(message.path("role").asText("user"))
                .map(speaker -> RecipeExtractor.standard().mentions(speaker, text))
                .orElse(List.of())
                .stream()
                .findFirst()
                .map(RecipeMention::name)
                .orElse("");
    }

    private static String redacted(String text) {
        Redaction redaction = Redactor.standard().redact(text);
        return redaction.isClean() ? text : redaction.text();
    }
}
