package com.recipechatbot.analytics;

import java.io.FileNotFoundException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What went wrong outside this software, as seen from the exceptions of Java, Hadoop, Spark and AWS. */
public enum FailureKind {
    CREDENTIALS("no AWS credentials were found", "Sign in (aws sso login), or set AWS_PROFILE, then run it again."),
    ACCESS("access is denied", "Check the permissions of the input, the lake and the keys, then run it again."),
    COLON("a file or folder has a colon in its name", "Rename it, then run it again."),
    SCHEME("this kind of address cannot be read", "Give a local folder, or one like s3://bucket/folder."),
    DISK("the disk is full", "Free some space, then run it again."),
    MEMORY("there is not enough memory", "Give it more, as in JAVA_HEAP=4g jobs/run ..., then run it again."),
    GONE("a file is gone", "Check who deletes or moves files there, then run it again."),
    ENCODING("it is not text in UTF-8", "Convert it to UTF-8, then run it again."),
    BUSY("a service received too many requests", "Wait a few minutes, then run it again."),
    NETWORK("a service cannot be reached", "Check the network, then run it again."),
    UNKNOWN("something unexpected went wrong", "Run it again; report it if it persists.");

    private static final Pattern TABLE_FILE =
            Pattern.compile("(?:published|restricted|linked)/([a-z_]+)/[^\\s'\"]*?([^/\\s'\"]+\\.parquet)");
    private static final Pattern PRINTABLE_FILE = Pattern.compile("part-[\\w.-]+");

    private final String words;
    private final String whatToDo;

    FailureKind(String words, String whatToDo) {
        this.words = words;
        this.whatToDo = whatToDo;
    }

    /** The kind of the first exception in the chain that reveals one; a sentence never quotes from an exception. */
    public static FailureKind of(Throwable failure) {
        return chain(failure)
                .map(FailureKind::ofOne)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Such as "access is denied". */
    public String words() {
        return words;
    }

    /** One sentence. */
    public String whatToDo() {
        return whatToDo;
    }

    /** The Parquet file whose loss is the cause, as "conversation_parts (part-00000-....parquet)". */
    public static Optional<String> lostTableFile(Throwable failure) {
        return chain(failure)
                .filter(cause -> ofOne(cause).filter(GONE::equals).isPresent())
                .map(cause -> TABLE_FILE.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .filter(file -> PRINTABLE_FILE.matcher(file.group(2)).matches())
                .map(file -> "%s (%s)".formatted(file.group(1), file.group(2)))
                .findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        // A chain may lead back to itself.
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    private static Optional<FailureKind> ofOne(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        String message = String.valueOf(cause.getMessage());
        String said = message.toLowerCase(Locale.ROOT);
        if (name.startsWith("NoAuth") || name.startsWith("NoAwsCredentials") || said.contains("load credentials")) {
            return Optional.of(CREDENTIALS);
        }
        if (name.startsWith("Access")
                || said.contains("permission denied")
                || said.contains("operation not permitted")
                || said.contains("status code: 403")) {
            return Optional.of(ACCESS);
        }
        if (cause instanceof URISyntaxException || said.contains("relative path in absolute uri")) {
            return Optional.of(COLON);
        }
        if (name.startsWith("UnsupportedFileSystem") || message.startsWith("No FileSystem for scheme")) {
            return Optional.of(SCHEME);
        }
        if (said.contains("no space left") || said.contains("disk quota")) {
            return Optional.of(DISK);
        }
        if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
            return Optional.of(MEMORY);
        }
        if (cause instanceof FileNotFoundException
                || cause instanceof NoSuchFileException
                || message.contains("FILE_NOT_EXIST")
                || message.contains("DELTA_FILE_NOT_FOUND")) {
            return Optional.of(GONE);
        }
        if (name.contains("Throttl") || said.contains("slow down") || said.contains("reduce your request rate")) {
            return Optional.of(BUSY);
        }
        if (cause instanceof CharacterCodingException) {
            return Optional.of(ENCODING);
        }
        boolean network = cause instanceof UnknownHostException
                || cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || name.contains("ConnectTimeout");
        return network ? Optional.of(NETWORK) : Optional.empty();
    }
}
