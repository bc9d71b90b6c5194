package com.recipechatbot.analytics.privacy.keys;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The key ring as a file that only its owner may read. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = Set.of(OWNER_READ, OWNER_WRITE);
    private static final Set<PosixFilePermission> OWNERS = Set.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);

    private static final String HEADER = """
            # Secret keys of the recipe chatbot's analytics. Never put this file into a repository or a data lake.
            # Anyone who has it can find out which pseudonym belongs to a user id. Without it no run can start,
            # and pseudonyms made before can never be matched again. Keep one backup in a secret store.
            # One random key for each month (user ids) and for each purpose, as name = base64.
            # A month whose line is removed is shredded for good: jobs/run keys shred.
            # With a line quarantine = base64 of 32 random bytes, rejected records are kept, encrypted under it.
            """;

    private KeyFile() {}

    static String content(Path file, boolean mayBeOpen) {
        try {
            if (!mayBeOpen && isOpenToOthers(file)) {
                throw new KeyRingException(
                        "Cannot use the keys in %s: users other than its owner have access to it. Run: chmod 600 %s, or allow it with --allow-open-keys."
                                .formatted(file, file));
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new KeyRingException(missing(file), e);
        } catch (IOException e) {
            throw new KeyRingException(
                    "Cannot read the keys in %s: the file is not readable text. Check the path and its permissions."
                            .formatted(file),
                    e);
        }
    }

    static void create(Path file, Collection<KeyPurpose> purposes) {
        SecureRandom random = new SecureRandom();
        StringBuilder content = new StringBuilder(HEADER);
        for (KeyPurpose purpose : purposes) {
            appendKey(content, purpose.keyName(), random);
        }
        for (YearMonth month : KeyMonths.all()) {
            appendKey(content, month.toString(), random);
        }
        try {
            writeNew(file, content);
        } catch (FileAlreadyExistsException e) {
            throw new KeyRingException(
                    ("Cannot create keys in %s: the file exists, and replacing it would orphan every pseudonym."
                                    + " Choose another path.")
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot create keys in %s: it cannot be written. Check the folder.".formatted(file), e);
        }
    }

    static void shred(Path link, YearMonth month) {
        byte[] shredded = KeyFileReader.read(content(link, true), link.toString())
                .months()
                .get(month);
        if (shredded == null) {
            throw new KeyRingException("Cannot shred %s in %s: the file has no key for that month. Check the month."
                    .formatted(month, link));
        }
        // Without padding and the last bits, which can be written in several ways.
        String key = Base64.getEncoder().encodeToString(shredded).substring(0, KeyFileReader.KEY_BYTES);
        try {
            // Renaming onto a link would replace the link and leave the key in the file that it points to.
            Path file = link.toRealPath();
            List<String> kept = new ArrayList<>(Files.readAllLines(file));
            // Anywhere in the file: the line may have been commented out.
            kept.removeIf(line -> KeyFileReader.nameOf(line).equals(month.toString()) || line.contains(key));
            // A rename is atomic: a crash leaves the old file or the new one, never half a key ring.
            Path next = file.resolveSibling(file.getFileName() + ".shredding");
            Files.deleteIfExists(next);
            writeNew(next, String.join("\n", kept) + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot shred %s in %s: it cannot be rewritten. Check the folder.".formatted(month, link), e);
        }
    }

    private static void appendKey(StringBuilder content, String name, SecureRandom random) {
        byte[] key = new byte[KeyFileReader.KEY_BYTES];
        random.nextBytes(key);
        content.append(name)
                .append(" = ")
                .append(Base64.getEncoder().encodeToString(key))
                .append('\n');
    }

    private static void writeNew(Path file, CharSequence content) throws IOException {
        if (isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, content, StandardOpenOption.WRITE);
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        return isPosix(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String missing(Path file) {
        return "Cannot read the keys in %s: there is no such file. Give the keys that the lake's rows were made with."
                .formatted(file);
    }
}
