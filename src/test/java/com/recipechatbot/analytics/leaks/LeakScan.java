package com.recipechatbot.analytics.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Searches bytes for canaries in every form in which somebody could read them again: as they are, in other case, widths
 * and encodings, escaped, in base64 at any alignment, compressed, and in the pages and values of Parquet files.
 */
final class LeakScan {

    private static final Pattern JSON_ESCAPE = Pattern.compile("\\\\+u([0-9a-fA-F]{4})");
    private static final Pattern PERCENT_ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");

    /** In the bytes as they are: base64 tells cases apart. */
    private final Traces exact = new Traces();
    /** In the bytes in lower case. */
    private final Traces lower = new Traces();
    /** In the text without anything but letters and digits. */
    private final Traces squeezed = new Traces();

    private final Findings findings = new Findings();

    LeakScan(Collection<Canary> canaries) {
        for (Canary canary : canaries) {
            for (String trace : canary.traces()) {
                addForms(trace, canary);
                // The dots of an IP address are a part of it: its digits alone stand anywhere.
                if (canary.type() != PersonalDataType.IP) {
                    squeezed.add(Canary.squeezed(Canary.folded(trace)), canary);
                }
            }
            addForms(canary.value(), canary);
        }
    }

    Findings findings() {
        return findings;
    }

    private void addForms(String text, Canary canary) {
        for (String form :
                new LinkedHashSet<>(List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)))) {
            byte[] utf8 = form.getBytes(UTF_8);
            base64(utf8).forEach(encoded -> exact.add(encoded, canary));
            lower.add(HexFormat.of().formatHex(utf8), canary);
            lower.add(lowered(form.getBytes(UTF_16LE)), canary);
            lower.add(lowered(form.getBytes(UTF_16BE)), canary);
            lower.add(lowered(utf8), canary);
            lower.add(lowered(form.getBytes(ISO_8859_1)), canary);
        }
    }

    /** What surely stands in the base64 of any bytes that hold these, in both alphabets. */
    private static Set<String> base64(byte[] bytes) {
        Set<String> encoded = new LinkedHashSet<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            // Characters that hold bits of neighbours are left away.
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            encoded.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
            encoded.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
        }
        return encoded;
    }

    void text(String place, String text) {
        bytes(place, text.getBytes(UTF_8));
    }

    void bytes(String place, byte[] content) {
        exact.find(content, canary -> findings.add(canary, place));
        lower.find(lowered(content), canary -> findings.add(canary, place));
        String text = new String(content, UTF_8);
        folded(place, text);
        String unescaped = unescaped(text);
        if (!unescaped.equals(text)) {
            folded(place + " (unescaped)", unescaped);
        }
    }

    private void folded(String place, String text) {
        String folded = Canary.folded(text);
        lower.find(folded.getBytes(UTF_8), canary -> findings.add(canary, place));
        squeezed.find(Canary.squeezed(folded).getBytes(UTF_8), canary -> findings.add(canary, place));
    }

    /** Every file below a folder, and the names of all that is there. */
    void folder(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(root)) {
            all = new ArrayList<>(paths.toList());
        }
        for (Path path : all) {
            String name = root.relativize(path).toString();
            text("the name of " + name, name);
            if (Files.isRegularFile(path)) {
                file(name, path);
            }
        }
    }

    private void file(String name, Path path) throws IOException {
        byte[] content = Files.readAllBytes(path);
        bytes(name, content);
        if (content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b) {
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
                bytes(name + " (unpacked)", unpacked.readAllBytes());
            }
        }
        if (name.endsWith(".parquet") && !path.getFileName().toString().startsWith(".")) {
            ParquetContent.of(path).forEach((part, bytes) -> bytes(name + " (" + part + ")", bytes));
        }
    }

    private static byte[] lowered(byte[] content) {
        byte[] lowered = content.clone();
        for (int i = 0; i < lowered.length; i++) {
            if (lowered[i] >= 'A' && lowered[i] <= 'Z') {
                lowered[i] |= 0x20;
            }
        }
        return lowered;
    }

    private static String unescaped(String text) {
        String json = text.indexOf("\\u") < 0
                ? text
                : JSON_ESCAPE
                        .matcher(text)
                        .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        if (json.indexOf('%') < 0) {
            return json;
        }
        // As bytes first: an escape is a byte, not a character.
        return new String(
                PERCENT_ESCAPE
                        .matcher(new String(json.getBytes(UTF_8), ISO_8859_1))
                        .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                        .getBytes(ISO_8859_1),
                UTF_8);
    }
}
