package com.recipechatbot.analytics.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outputs of the deployed CloudFormation stack, as {@code jobs/deploy} saves them. */
public record StackOutputs(Path file, Map<String, String> values) {

    private static final String RUN_TAGS = "RunTags";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z.]+)}");

    /** @throws UsageException when the file does not exist, or has other content */
    public static StackOutputs read(Path file) {
        if (!Files.isReadable(file)) {
            throw new UsageException(
                    "Cannot read the outputs of the stack: there is no file %s. Run jobs/deploy, or give --stack NAME; submit --template shows a request without a stack."
                            .formatted(file));
        }
        Map<String, String> values = new TreeMap<>();
        try {
            JsonNode outputs = new ObjectMapper().readTree(Files.readString(file));
            for (JsonNode output : outputs) {
                values.put(
                        output.path("OutputKey").asText(),
                        output.path("OutputValue").asText());
            }
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot read the outputs of the stack in %s: it is not JSON. Run jobs/deploy again."
                            .formatted(file),
                    e);
        }
        return new StackOutputs(file, values);
    }

    /**
     * Replaces references by the stack's values, and gives the run all tags of the stack.
     *
     * @throws UsageException when the stack has no such output
     */
    public JsonNode fill(ObjectNode request) {
        Matcher references = REFERENCE.matcher(request.toString());
        String filled =
                references.replaceAll(reference -> Matcher.quoteReplacement(escaped(value(reference.group(1)))));
        ObjectMapper json = new ObjectMapper();
        try {
            ObjectNode whole = (ObjectNode) json.readTree(filled);
            // A stack of an earlier version has none.
            if (values.containsKey(RUN_TAGS)) {
                whole.set("tags", json.readTree(values.get(RUN_TAGS)));
            }
            return whole;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot fill the request.", e);
        }
    }

    /** @param reference such as {@code Bucket} or {@code JobRole.Arn}, whose output is {@code JobRoleArn} */
    public String value(String reference) {
        String name = reference.replace(".", "");
        String value = values.get(name);
        if (value == null) {
            throw new UsageException(
                    "Cannot use the stack: its outputs in %s have no %s. Deploy emr/stack.yaml of this version with jobs/deploy."
                            .formatted(file, name));
        }
        return value;
    }

    private static String escaped(String text) {
        String quoted = new ObjectMapper().getNodeFactory().textNode(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
