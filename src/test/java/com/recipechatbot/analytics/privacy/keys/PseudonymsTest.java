package com.recipechatbot.analytics.privacy.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {

    private static final int DAY = (int) LocalDate.of(2025, 1, 15).toEpochDay();
    private static final int MONDAY = (int) LocalDate.of(2025, 1, 13).toEpochDay();
    private static final long NOON = 1_736_942_400_000_000L;

    @TempDir
    Path folder;

    private KeyRing keys;
    private Pseudonyms pseudonyms;

    @BeforeEach
    void createKeys() {
        KeyRing.create(folder.resolve("keys"));
        keys = KeyRing.read(folder.resolve("keys"));
        pseudonyms = new Pseudonyms(keys);
    }

    @Test
    void theFormNamesTheScope() {
        assertThat(pseudonyms.conversation("conversation-1")).matches("c_[a-z2-7]{26}");
        assertThat(pseudonyms.userDay("user-1", DAY)).matches("d20250115_[a-z2-7]{26}");
        assertThat(pseudonyms.userWeek("user-1", MONDAY)).matches("w20250113_[a-z2-7]{26}");
        assertThat(pseudonyms.activity("user-1")).matches("a_[a-z2-7]{26}");
        assertThat(pseudonyms.feature("a_x", "scaling")).matches("f_[a-z2-7]{26}");
        assertThat(pseudonyms.record("{".getBytes(UTF_8))).matches("r_[a-z2-7]{26}");
        assertThat(pseudonyms.tombstone("user-1")).matches("t_[a-z2-7]{26}");
        assertThat(pseudonyms.tombstoneOf(pseudonyms.conversation("conversation-1")))
                .matches("t_[a-z2-7]{26}");
    }

    @Test
    void aDayIdIsAHmacUnderTheKeyOfItsMonth() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.key(YearMonth.of(2025, 1)), "HmacSHA256"));
        byte[] hash = mac.doFinal("v1|user|2025-01-15|user-1".getBytes(UTF_8));
        StringBuilder expected = new StringBuilder("d20250115_");
        Base32.append(expected, hash, 16);

        assertThat(pseudonyms.userDay("user-1", DAY)).isEqualTo(expected.toString());
    }

    @Test
    void equalInputGivesEqualPseudonymsAlsoAfterOthersWereAsked() {
        List<String> first = IntStream.range(0, 2_000)
                .mapToObj(user -> pseudonyms.userDay("user-" + user, DAY))
                .toList();
        List<String> second = IntStream.range(0, 2_000)
                .mapToObj(user -> pseudonyms.userDay("user-" + user, DAY))
                .toList();

        assertThat(second).isEqualTo(first).doesNotHaveDuplicates();
    }

    @Test
    void aUserHasAnotherIdOnEveryDayWeekAndPurpose() {
        assertThat(Stream.of(
                                pseudonyms.userDay("1", DAY),
                                pseudonyms.userDay("1", DAY + 1),
                                pseudonyms.userWeek("1", MONDAY),
                                pseudonyms.userDay("1", MONDAY),
                                pseudonyms.activity("1"),
                                pseudonyms.conversation("1"),
                                pseudonyms.feature(pseudonyms.activity("1"), "scaling"),
                                pseudonyms.feature(pseudonyms.activity("1"), "cookware"))
                        .map(id -> id.substring(id.indexOf('_')))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void otherKeysGiveOtherPseudonyms() {
        KeyRing.create(folder.resolve("others"));
        Pseudonyms others = new Pseudonyms(KeyRing.read(folder.resolve("others")));

        assertThat(others.conversation("1")).isNotEqualTo(pseudonyms.conversation("1"));
        assertThat(others.message("1", NOON, "user", "hello"))
                .isNotEqualTo(pseudonyms.message("1", NOON, "user", "hello"));
    }

    @Test
    void aDayWhoseKeyWasShreddedGivesNoIds() {
        KeyRing.shred(folder.resolve("keys").toString(), YearMonth.of(2025, 1));
        Pseudonyms shredded = new Pseudonyms(KeyRing.read(folder.resolve("keys")));

        assertThatThrownBy(() -> shredded.userDay("user-1", DAY))
                .isInstanceOf(KeyRingException.class)
                .hasMessageStartingWith("Cannot pseudonymize users for 2025-01:");
        assertThat(shredded.activity("user-1")).isEqualTo(pseudonyms.activity("user-1"));
    }

    @Test
    void messagesThatDifferInAnyPartHaveDifferentNumbers() {
        assertThat(List.of(
                        pseudonyms.message("1", NOON, "user", "hello"),
                        pseudonyms.message("2", NOON, "user", "hello"),
                        pseudonyms.message("1", NOON + 1, "user", "hello"),
                        pseudonyms.message("1", NOON, "assistant", "hello"),
                        pseudonyms.message("1", NOON, "user", "hello!"),
                        pseudonyms.message("1", NOON, "use", "rhello"),
                        pseudonyms.message("1", NOON, "user", ""),
                        pseudonyms.message("1", NOON, "user", null)))
                .doesNotHaveDuplicates();
        assertThat(pseudonyms.message("1", NOON, "user", null)).isEqualTo(pseudonyms.message("1", NOON, "user", null));
    }

    @Test
    void aCopyOnAnotherMachineGivesTheSamePseudonyms() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(pseudonyms);
        Pseudonyms copy =
                (Pseudonyms) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(copy.userDay("user-1", DAY)).isEqualTo(pseudonyms.userDay("user-1", DAY));
    }

    @Test
    void base32IsTheOneOfTheStandard() {
        StringBuilder encoded = new StringBuilder();
        // RFC 4648, section 10: BASE32("foobar") = "MZXW6YTBOI======"
        Base32.append(encoded, "foobar".getBytes(UTF_8), 6);
        assertThat(encoded).hasToString("mzxw6ytboi");
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        List<String> expected = IntStream.range(0, 500)
                .mapToObj(user -> pseudonyms.activity("user-" + user))
                .toList();

        assertThat(IntStream.range(0, 500)
                        .parallel()
                        .mapToObj(user -> pseudonyms.activity("user-" + user))
                        .toList())
                .isEqualTo(expected);
    }
}
