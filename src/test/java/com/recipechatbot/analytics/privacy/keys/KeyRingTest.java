package com.recipechatbot.analytics.privacy.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final String PURPOSES = """
            activity = AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            conversation = AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            record = AwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            tombstone = BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            quarantine = BQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            """;

    @TempDir
    Path folder;

    private static String key(int firstByte) {
        byte[] key = new byte[32];
        key[0] = (byte) firstByte;
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void aNewRingHoldsAKeyForEveryMonthAndPurpose() {
        Path file = folder.resolve("keys");
        KeyRing.create(file);

        KeyRing keys = KeyRing.read(file);

        assertThat(keys).hasToString("KeyRing[240 months, 4 purposes]");
        assertThat(keys.key(YearMonth.of(2020, 1))).hasSize(32);
        assertThat(keys.key(YearMonth.of(2039, 12))).hasSize(32);
        assertThat(keys.key(KeyPurpose.TOMBSTONE)).hasSize(32);
    }

    @Test
    void twoNewRingsShareNoKey() {
        KeyRing.create(folder.resolve("one"));
        KeyRing.create(folder.resolve("two"));

        assertThat(KeyRing.read(folder.resolve("one")).key(KeyPurpose.ACTIVITY))
                .isNotEqualTo(KeyRing.read(folder.resolve("two")).key(KeyPurpose.ACTIVITY));
    }

    @Test
    void onlyTheOwnerMayReadANewRingAlsoAfterShredding() throws IOException {
        Path file = folder.resolve("keys");
        KeyRing.create(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        KeyRing.shred(file.toString(), YearMonth.of(2025, 1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void creatingNeverReplacesARing() throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, "precious");

        assertThatThrownBy(() -> KeyRing.create(file))
                .isInstanceOf(KeyRingException.class)
                .hasMessage(
                        "Cannot create keys in %s: the file exists, and replacing it would orphan every"
                                + " pseudonym. Choose another path.",
                        file);
        assertThat(file).hasContent("precious");
    }

    @Test
    void shreddingAMonthRemovesItsKeyAndNoOther() {
        Path file = folder.resolve("keys");
        KeyRing.create(file);
        byte[] february = KeyRing.read(file).key(YearMonth.of(2025, 2));

        KeyRing.shred(file.toString(), YearMonth.of(2025, 1));

        KeyRing keys = KeyRing.read(file);
        assertThat(keys).hasToString("KeyRing[239 months, 4 purposes]");
        assertThat(keys.key(YearMonth.of(2025, 2))).isEqualTo(february);
        assertThatThrownBy(() -> keys.key(YearMonth.of(2025, 1)))
                .isInstanceOf(KeyRingException.class)
                .hasMessage("Cannot pseudonymize users for 2025-01: its key was shredded, or the month is outside"
                        + " 2020-01 to 2039-12. Exclude its days, and those of a week that begins in it,"
                        + " from the run.");
    }

    @Test
    void aMonthThatHasNoKeyCannotBeShredded() {
        Path file = folder.resolve("keys");
        KeyRing.create(file);

        assertThatThrownBy(() -> KeyRing.shred(file.toString(), YearMonth.of(2041, 1)))
                .isInstanceOf(KeyRingException.class)
                .hasMessage("Cannot shred 2041-01 in %s: the file has no key for that month. Check the month.", file);
    }

    @Test
    void shreddingLeavesNoByteOfTheKeyInTheFileOrBesideIt() throws IOException {
        Path real = Files.createDirectories(folder.resolve("secret")).resolve("keys");
        KeyRing.create(real);
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        byte[] key = KeyRing.read(real).key(YearMonth.of(2025, 1));
        String text = Base64.getEncoder().encodeToString(key);
        // As somebody would keep a line, and as a shredding that was killed leaves its file.
        Files.writeString(
                real, Files.readString(real).replace(text, text.replace("=", "")) + "# old: 2025-01 = " + text + "\n");
        Files.writeString(real.resolveSibling("keys.shredding"), Files.readString(real));

        KeyRing.shred(link.toString(), YearMonth.of(2025, 1));

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)))
                    .containsExactly(real)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .contains("2025-02 = ")
                            .doesNotContain(text.replace("=", ""), "2025-01"));
        }
    }

    @Test
    void aShreddedMonthCanNeitherMakeNorMatchAPseudonymAndTheOthersAreAsBefore() {
        Path file = folder.resolve("keys");
        KeyRing.createWithQuarantine(file);
        int lost = (int) LocalDate.of(2025, 1, 31).toEpochDay();
        int kept = (int) LocalDate.of(2025, 2, 3).toEpochDay();
        Pseudonyms before = new Pseudonyms(KeyRing.read(file));

        KeyRing.shred(file.toString(), YearMonth.of(2025, 1));
        KeyRing keys = KeyRing.read(file);
        Pseudonyms after = new Pseudonyms(keys);

        assertThatThrownBy(() -> after.userDay("user-1", lost)).isInstanceOf(KeyRingException.class);
        assertThat(after.userDay("user-1", kept)).isEqualTo(before.userDay("user-1", kept));
        assertThat(after.activity("user-1")).isEqualTo(before.activity("user-1"));
        assertThat(after.conversation("c")).isEqualTo(before.conversation("c"));
        assertThat(keys.shreddedMonths()).containsExactly(YearMonth.of(2025, 1));
    }

    @Test
    void daysOfAShreddedMonthAndOfAWeekThatBeginsInItAreRefused() {
        Path file = folder.resolve("keys");
        KeyRing.create(file);
        KeyRing.shred(file.toString(), YearMonth.of(2025, 1));
        KeyRing keys = KeyRing.read(file);

        // 1 February 2025 is a Saturday.
        keys.requireKeysOf(new DayRange(LocalDate.of(2025, 2, 3), LocalDate.of(2025, 3, 1)));
        keys.requireKeysOf(DayRange.of(LocalDate.of(2020, 1, 1)));
        assertThatThrownBy(() -> keys.requireKeysOf(DayRange.of(LocalDate.of(2025, 2, 1))))
                .isInstanceOf(KeyRingException.class);
        assertThatThrownBy(() -> keys.requireKeysOf(DayRange.of(LocalDate.of(2040, 1, 1))))
                .isInstanceOf(KeyRingException.class);
    }

    @Test
    void aQuarantineKeyIsThereOnlyWhenAskedFor() {
        KeyRing.create(folder.resolve("without"));
        KeyRing.createWithQuarantine(folder.resolve("with"));

        assertThat(KeyRing.read(folder.resolve("without")).key(KeyPurpose.QUARANTINE))
                .isNull();
        assertThat(KeyRing.read(folder.resolve("with")).key(KeyPurpose.QUARANTINE))
                .hasSize(32);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none");

        assertThatThrownBy(() -> KeyRing.read(file))
                .isInstanceOf(KeyRingException.class)
                .hasMessage(
                        "Cannot read the keys in %s: there is no such file. Give the keys that the lake's rows were made with.",
                        file);
    }

    @Test
    void aFileThatOthersMayReadIsRefusedUnlessThatIsAllowed() throws IOException {
        Path file = folder.resolve("keys");
        KeyRing.create(file);
        for (String mode : List.of("rw-r-----", "rw-----w-", "rwx--x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

            assertThatThrownBy(() -> KeyRing.read(file))
                    .as(mode)
                    .isInstanceOf(KeyRingException.class)
                    .hasMessage(
                            "Cannot use the keys in %s: users other than its owner have access to it. Run: chmod 600 %s, or allow it with --allow-open-keys.",
                            file, file);
            assertThat(new KeySource(file.toString(), true).read()).hasToString("KeyRing[240 months, 4 purposes]");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(KeyRing.read(file)).hasToString("KeyRing[240 months, 4 purposes]");
    }

    @Test
    void aFingerprintIsThatOfOneKeyAndItsName() {
        // HMAC-SHA256(key, "v1|fingerprint|activity"), its first 128 bits in base32; by Python's hmac and base64.
        assertThat(KeyRing.parse(PURPOSES + "2025-01 = " + key(9), "test").fingerprints())
                .containsOnlyKeys("2025-01", "activity", "conversation", "quarantine", "record", "tombstone")
                .containsEntry("activity", "e3xluz7cwe77zpc2yok3hpwk2y")
                .containsEntry("2025-01", "g62hepnnhckhbpdgorqngyvd5q");
    }

    @Test
    void aShortKeyIsRefused() {
        assertRefused(PURPOSES + "2025-01 = " + Base64.getEncoder().encodeToString(new byte[31]))
                .hasMessage("Cannot read the keys in test: the key in line 6 has 31 bytes, not 32."
                        + " Restore the keys from their backup.");
    }

    @Test
    void equalKeysAreRefused() {
        assertRefused(PURPOSES + "2025-01 = " + key(9) + "\n2025-02 = " + key(9))
                .hasMessage("Cannot read the keys in test: the keys '2025-01' and '2025-02' are equal."
                        + " Restore the keys from their backup.");
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        assertRefused(PURPOSES + "2025-01 = " + key(9) + "\n2025-01 = " + key(10))
                .hasMessage("Cannot read the keys in test: the key '2025-01' occurs twice."
                        + " Restore the keys from their backup.");
    }

    @Test
    void aMissingPurposeIsRefused() {
        assertRefused(PURPOSES.replace("tombstone", "2025-01"))
                .hasMessage("Cannot read the keys in test: the key 'tombstone' is missing."
                        + " Restore the keys from their backup.");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertRefused(PURPOSES + "2040-01 = " + key(9))
                .hasMessage("Cannot read the keys in test: line 6 has a name that is neither a month from 2020-01 to"
                        + " 2039-12 nor a purpose. Restore the keys from their backup.");
    }

    @Test
    void whatIsNoBase64IsRefusedWithoutShowingIt() {
        assertRefused(PURPOSES + "2025-01 = s3cr3t!s3cr3t!")
                .hasMessage("Cannot read the keys in test: the key in line 6 is not base64."
                        + " Restore the keys from their backup.")
                .hasNoCause();
    }

    @Test
    void aLineWithoutANameIsRefusedWithoutShowingIt() {
        assertRefused(PURPOSES + key(9).replace("=", ""))
                .hasMessage("Cannot read the keys in test: line 6 is not of the form 'name = base64'."
                        + " Restore the keys from their backup.");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(String content) {
        return assertThatThrownBy(() -> KeyRing.parse(content, "test")).isInstanceOf(KeyRingException.class);
    }
}
