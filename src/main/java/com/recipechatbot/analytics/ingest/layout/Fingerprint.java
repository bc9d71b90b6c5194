package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Short names for an input and its state that reveal neither paths nor file names. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Eight hexadecimal digits; the same however the folder is written. */
    public static String ofFolder(String uri) {
        String folder = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return sha256(folder.replaceFirst("^s3[an]://", "s3://")).substring(0, 8);
    }

    /** Eight hexadecimal digits. */
    static String ofName(String name) {
        return sha256(name).substring(0, 8);
    }

    static String ofFiles(List<SourceFile> files) {
        StringBuilder state = new StringBuilder();
        for (SourceFile file : files) {
            // A file name cannot contain NUL.
            state.append(file.name()).append('\0').append(file.length()).append('\0');
            state.append(file.version()).append('\0');
        }
        return sha256(state.toString());
    }

    /** The hash that an export's manifest uses: it detects damage, not forgery. */
    public static MessageDigest md5() {
        return digest("MD5");
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "Cannot hash: this Java has no %s. Use a JDK with its standard providers.".formatted(algorithm), e);
        }
    }
}
