package com.recipechatbot.analytics.command.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.recipechatbot.analytics.privacy.redact.Redaction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redact}: masks personal data in a text as the pipeline does. */
@Command(
        name = "redact",
        description = {
            "Masks personal data in the texts on standard input, one per line.",
            "With --json: {\"id\",\"text\"} in, {\"id\",\"text_redacted\",\"spans\":[{\"type\",\"start\",\"end\"}]} out, offsets in Unicode code points of the input."
        },
        footer = {"", "Example: echo 'write to jane.roe@example.com' | jobs/run redact"})
public final class RedactCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Read and print one JSON object per line.")
    private boolean json;

    @Override
    public Integer call() {
        if (json) {
            TextLines.eachObject((asked, answered) -> {
                String text = asked.path("text").asText();
                Redaction redaction = Redactor.standard().redact(text);
                answered.put("text_redacted", redaction.isClean() ? text : redaction.text());
                ArrayNode spans = answered.putArray("spans");
                redaction
                        .spans()
                        .forEach(span -> spans.addObject()
                                .put("type", span.type().name())
                                .put("start", span.start())
                                .put("end", span.end()));
            });
        } else {
            TextLines.each(text -> {
                Redaction redaction = Redactor.standard().redact(text);
                return redaction.isClean() ? text : redaction.text();
            });
        }
        return 0;
    }
}
