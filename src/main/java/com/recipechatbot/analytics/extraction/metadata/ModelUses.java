package com.recipechatbot.analytics.extraction.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The model that wrote a message, by its metadata: in the names of OpenTelemetry's conventions for generative AI, of OpenAI,
 * of Bedrock, of LangChain, or in plain ones. Names are compared by their letters: {@code inputTokens} is {@code input_tokens},
 * and {@code gen_ai.usage.input_tokens} may be one name or three objects. A number without a unit in its name, such as
 * {@code latency}, is not read, except for money, which is in US dollars.
 */
public final class ModelUses {

    /** More is a mistake: no answer takes a day, has a billion tokens or costs a thousand dollars. */
    private static final double MOST_SECONDS = 86_400;

    private static final double MOST_TOKENS = 1e9;
    private static final double MOST_DOLLARS = 1_000;

    private static final double MICROS = 1e6;
    private static final double NANOS = 1e9;

    private static final int DEEPEST = 6;
    private static final int LONGEST_NAME = 64;
    private static final int FIRST_FAILURE_OF_HTTP = 400;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

    private enum Field {
        MODEL,
        LATENCY,
        INPUT_TOKENS,
        OUTPUT_TOKENS,
        COST,
        CURRENCY,
        /** What is only there when something failed. */
        ERROR,
        /** What also says that nothing failed. */
        STATUS
    }

    /**
     * A name of a field.
     *
     * @param order of the names of a field, the first is the best
     * @param unit what a number is multiplied with
     */
    private record Name(Field field, int order, double unit) {}

    /** Their letters alone; {@code usageinput} is input in usage. */
    private static final Map<String, Name> NAMES = names();

    /** The objects in which such fields may stand. Others, such as the arguments of a tool, may have a model of their own. */
    private static final Set<String> PLACES = Set.of(
            "amazonbedrockinvocationmetrics",
            "anthropic",
            "bedrock",
            "client",
            "cost",
            "error",
            "genai",
            "input",
            "invocationmetrics",
            "llm",
            "llmoutput",
            "metrics",
            "model",
            "openai",
            "operation",
            "output",
            "request",
            "response",
            "responsemetadata",
            "tokens",
            "tokenusage",
            "usage",
            "usagemetadata");

    /** A value that was found: one of the answer before one of the request, then the one that is nested least. */
    private record Found(Name name, int side, int depth, String path, JsonNode value) {

        static final Comparator<Found> BEST_FIRST = Comparator.comparingInt(Found::side)
                .thenComparing(found -> found.name.order)
                .thenComparingInt(Found::depth)
                .thenComparing(Found::path);
    }

    private final Map<Field, Found> found = new EnumMap<>(Field.class);
    private boolean hasFailed;

    private ModelUses() {}

    /** @return null when the metadata names no model */
    public static ModelUse in(MessageMetadata metadata, ModelNames names) {
        return metadata.isEmpty() ? null : new ModelUses().read(metadata.fields(), names);
    }

    private ModelUse read(JsonNode fields, ModelNames names) {
        readObject(fields, "", "", 0);
        Found model = found.get(Field.MODEL);
        String name = model == null ? "" : names.of(model.value.textValue());
        if (name.isEmpty()) {
            return null;
        }
        Found currency = found.get(Field.CURRENCY);
        boolean isInDollars =
                currency == null || currency.value.asText().strip().equalsIgnoreCase("usd");
        return new ModelUse(
                name,
                hasFailed || ReportedFailure.in(fields),
                number(Field.LATENCY),
                number(Field.INPUT_TOKENS),
                number(Field.OUTPUT_TOKENS),
                isInDollars ? number(Field.COST) : null);
    }

    private void readObject(JsonNode object, String place, String path, int depth) {
        if (depth < DEEPEST) {
            object.properties().forEach(field -> readField(field.getKey(), field.getValue(), place, path, depth));
        }
    }

    private void readField(String key, JsonNode value, String place, String path, int depth) {
        if (key.length() > LONGEST_NAME || value.isNull()) {
            return;
        }
        String letters = letters(key);
        if (PLACES.contains(letters)) {
            JsonNode nested = value.isTextual() && value.textValue().startsWith("{")
                    ? MessageMetadata.parse(value.textValue())
                    : value;
            if (nested.isObject()) {
                readObject(nested, letters, path + '.' + letters, depth + 1);
                return;
            }
        }
        Name name = NAMES.get(letters);
        name = name == null ? NAMES.get(place + letters) : name;
        int dot = key.indexOf('.');
        if (name != null) {
            offer(name, value, path, key, depth);
        } else if (dot > 0 && depth < DEEPEST && PLACES.contains(letters(key.substring(0, dot)))) {
            String outer = letters(key.substring(0, dot));
            readField(key.substring(dot + 1), value, outer, path + '.' + outer, depth + 1);
        }
    }

    private void offer(Name name, JsonNode value, String path, String key, int depth) {
        if (name.field == Field.ERROR || name.field == Field.STATUS) {
            hasFailed |= tellsFailure(name, value);
        } else if (isUsable(name, value)) {
            int side = path.contains(".response") ? 0 : path.contains(".request") ? 2 : 1;
            found.merge(
                    name.field,
                    new Found(name, side, depth, path + '.' + key, value),
                    (one, other) -> Found.BEST_FIRST.compare(one, other) <= 0 ? one : other);
        }
    }

    private static boolean tellsFailure(Name name, JsonNode value) {
        if (name.field == Field.ERROR) {
            return !List.of("", "0", "false", "null", "none")
                    .contains(value.asText().strip().toLowerCase(Locale.ROOT));
        }
        for (JsonNode reason : value) {
            if (reason.isTextual() && ReportedFailure.isWord(reason.textValue())) {
                return true;
            }
        }
        return plainNumber(value) >= FIRST_FAILURE_OF_HTTP || ReportedFailure.isWord(value.asText());
    }

    private static boolean isUsable(Name name, JsonNode value) {
        return switch (name.field) {
            case MODEL, CURRENCY -> value.isTextual() && !value.textValue().isBlank();
            default -> number(name, value) != null;
        };
    }

    private Long number(Field field) {
        Found best = found.get(field);
        return best == null ? null : number(best.name, best.value);
    }

    /** In the unit in which it is kept; null for what cannot be true. */
    private static Long number(Name name, JsonNode value) {
        double number = plainNumber(value) * name.unit;
        double most = switch (name.field) {
            case LATENCY -> MOST_SECONDS * MICROS;
            case COST -> MOST_DOLLARS * NANOS;
            default -> MOST_TOKENS;
        };
        boolean isCount = name.field == Field.INPUT_TOKENS || name.field == Field.OUTPUT_TOKENS;
        // False for what is no number.
        boolean isCredible = number >= 0 && number <= most && (!isCount || number == Math.rint(number));
        return isCredible ? (Long) Math.round(number) : null;
    }

    private static double plainNumber(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        return DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Name> names() {
        Map<String, Name> names = new HashMap<>();
        add(names, Field.MODEL, 1, List.of("model", "modelid", "modelname"));
        add(
                names,
                Field.LATENCY,
                MICROS / 1_000,
                List.of(
                        "latencyms",
                        "latencymillis",
                        "latencymilliseconds",
                        "responsetimems",
                        "durationms",
                        "elapsedms",
                        "invocationlatency",
                        "xamznbedrockinvocationlatency"));
        add(
                names,
                Field.LATENCY,
                MICROS,
                List.of("operationduration", "latencys", "latencyseconds", "responsetimeseconds", "durationseconds"));
        add(
                names,
                Field.INPUT_TOKENS,
                1,
                List.of(
                        "inputtokens",
                        "prompttokens",
                        "inputtokencount",
                        "prompttokencount",
                        "promptevalcount",
                        "xamznbedrockinputtokencount",
                        "tokensinput",
                        "tokensprompt",
                        "usageinput"));
        add(
                names,
                Field.OUTPUT_TOKENS,
                1,
                List.of(
                        "outputtokens",
                        "completiontokens",
                        "outputtokencount",
                        "completiontokencount",
                        "candidatestokencount",
                        "evalcount",
                        "xamznbedrockoutputtokencount",
                        "tokensoutput",
                        "tokenscompletion",
                        "usageoutput"));
        add(
                names,
                Field.COST,
                NANOS,
                List.of("costusd", "cost", "totalcostusd", "totalcost", "usdcost", "costtotal", "costvalue"));
        add(names, Field.CURRENCY, 1, List.of("currency", "costcurrency"));
        add(names, Field.ERROR, 1, List.of("errortype", "errorcode", "errormessage"));
        add(
                names,
                Field.STATUS,
                1,
                List.of(
                        "status",
                        "statuscode",
                        "httpstatuscode",
                        "httpstatus",
                        "finishreason",
                        "finishreasons",
                        "stopreason"));
        return Map.copyOf(names);
    }

    /** The best first. */
    private static void add(Map<String, Name> names, Field field, double unit, List<String> letters) {
        for (String each : letters) {
            names.put(each, new Name(field, names.size(), unit));
        }
    }
}
