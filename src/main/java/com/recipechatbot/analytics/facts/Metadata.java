package com.recipechatbot.analytics.facts;

import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the metadata of a message says, to tell equal messages apart. */
record Metadata(Integer rating, List<Tool> tools, ModelUse modelUse) {

    record Tool(String name, boolean failed) {}

    private static final Comparator<Tool> TOOL =
            Comparator.comparing(Tool::name).thenComparing(Tool::failed);

    /** A rating before none, the higher before the lower, then the calls of tools by alphabet, last first, then what says most of a model. */
    static final Comparator<Metadata> MOST_FIRST = Comparator.comparing(
                    Metadata::rating, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
            .thenComparing(Metadata::tools, Metadata::compare)
            .thenComparing(Metadata::modelUse, Comparator.nullsFirst(ModelUse.LEAST_FIRST))
            .reversed();

    static Metadata read(FactsReader message) {
        message.readSource();
        Integer rating = message.readRating();
        for (int texts = 2 * message.readMentions(); texts > 0; texts--) {
            message.readText();
        }
        int calls = message.readTools();
        List<Tool> tools = new ArrayList<>(calls);
        for (int call = 0; call < calls; call++) {
            int at = message.readText();
            String name = new String(message.array(), at, message.textLength(), StandardCharsets.UTF_8);
            tools.add(new Tool(name, message.readFailed()));
        }
        return new Metadata(rating, tools, message.readModelUse());
    }

    private static int compare(List<Tool> one, List<Tool> other) {
        for (int call = 0; call < Math.min(one.size(), other.size()); call++) {
            int order = TOOL.compare(one.get(call), other.get(call));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
