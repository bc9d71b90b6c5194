package com.recipechatbot.analytics;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Breaks JSON as exports break: by its tokens, its lines and its bytes. The same seed gives the same. */
public final class Mutations {

    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[-+.\\w]+|[\\[\\]{}:,]");
    private static final Pattern VALUE =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"(?!\\s*:)|(?<![\\w\"])-?\\d+(?![\\w\"])");
    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "\"\"",
            "\"2025-01-06\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"S\"",
            "\"N\"",
            "\"M\"",
            "\"Item\"",
            "\"NewImage\"",
            "\"Keys\"",
            "\"conversation_id\"",
            "\"timestamp\"",
            "\"\\ud83c\"",
            "\"\\u0000\"",
            "NaN");

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** A record as services carry it in JSON: as it is, in a text, in base64, or in base64 of gzip. */
    public static String carried(String record, int how) throws IOException {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        return switch (how) {
            case 0 -> record;
            case 1 -> new ObjectMapper().writeValueAsString(record);
            case 2 -> '"' + Base64.getEncoder().encodeToString(bytes) + '"';
            default -> '"' + Base64.getEncoder().encodeToString(gzip(bytes)) + '"';
        };
    }

    public static byte[] gzip(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }

    /** The text with one to three changes. */
    public byte[] of(String text) {
        String mutated = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutated = random.nextBoolean() ? withOtherValue(mutated) : mutated(mutated);
        }
        byte[] bytes = mutated.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** Still JSON: a text or number takes the place of another one. */
    private String withOtherValue(String text) {
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        if (values.isEmpty()) {
            return text;
        }
        MatchResult value = values.get(random.nextInt(values.size()));
        String other = values.get(random.nextInt(values.size())).group();
        return text.substring(0, value.start()) + other + text.substring(value.end());
    }

    private String mutated(String text) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return text;
        }
        MatchResult one = tokens.get(random.nextInt(tokens.size()));
        MatchResult other = tokens.get(random.nextInt(tokens.size()));
        String before = text.substring(0, one.start());
        String after = text.substring(one.end());
        return switch (random.nextInt(6)) {
            case 0 -> before + after;
            case 1 -> before + other.group() + after;
            case 2 -> before + one.group() + one.group() + after;
            case 3 -> before + TOKENS.get(random.nextInt(TOKENS.size())) + after;
            case 4 -> before;
            default -> before + TOKENS.get(random.nextInt(TOKENS.size())) + one.group() + after;
        };
    }
}
