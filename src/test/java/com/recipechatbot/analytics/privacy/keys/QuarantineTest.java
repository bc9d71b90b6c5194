package com.recipechatbot.analytics.privacy.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {

    private static final byte[] RECORD = "{\"user_id\": \"jane.roe@example.com\", ".getBytes(UTF_8);
    private static final String DAMAGED =
            "Cannot open the sealed record r_1: it was sealed under another key or for another row, or is damaged."
                    + " Use the keys of the run that sealed it.";

    @TempDir
    private Path folder;

    private Quarantine quarantine;

    @BeforeEach
    void createKeys() {
        KeyRing.createWithQuarantine(folder.resolve("keys"));
        quarantine = new Quarantine(KeyRing.read(folder.resolve("keys")));
    }

    @Test
    void aSealedRecordOpensToItsBytes() {
        assertThat(quarantine.open(quarantine.seal(RECORD, "r_1"), "r_1")).isEqualTo(RECORD);
        assertThat(quarantine.open(quarantine.seal(new byte[0], "r_1"), "r_1")).isEmpty();
    }

    @Test
    void itShowsNothingOfTheRecordAndIsNeverTheSameTwice() {
        byte[] sealed = quarantine.seal(RECORD, "r_1");

        // Version, nonce and tag.
        assertThat(sealed).hasSize(1 + 12 + RECORD.length + 16).startsWith(1);
        assertThat(new String(sealed, UTF_8)).doesNotContain("jane", "user_id");
        assertThat(quarantine.seal(RECORD, "r_1")).isNotEqualTo(sealed);
    }

    @Test
    void aByteThatWasChangedAnywhereIsNoticed() {
        byte[] sealed = quarantine.seal(RECORD, "r_1");
        for (int i = 0; i < sealed.length; i++) {
            byte[] tampered = sealed.clone();
            tampered[i] ^= 1;
            assertThatThrownBy(() -> quarantine.open(tampered, "r_1")).hasMessage(DAMAGED);
        }
        assertThatThrownBy(() -> quarantine.open(new byte[0], "r_1")).hasMessage(DAMAGED);
        assertThatThrownBy(() -> quarantine.open(new byte[] {1, 2, 3}, "r_1")).hasMessage(DAMAGED);
    }

    @Test
    void aRecordIsBoundToItsRow() {
        byte[] ofAnotherRow = quarantine.seal(RECORD, "r_2");

        assertThatThrownBy(() -> quarantine.open(ofAnotherRow, "r_1")).hasMessage(DAMAGED);
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] sealed = quarantine.seal(RECORD, "r_1");
        KeyRing.createWithQuarantine(folder.resolve("others"));
        Quarantine other = new Quarantine(KeyRing.read(folder.resolve("others")));

        assertThatThrownBy(() -> other.open(sealed, "r_1"))
                .isInstanceOf(KeyRingException.class)
                .hasMessage(DAMAGED);
    }

    @Test
    void withoutItsKeyNothingIsKept() {
        byte[] sealed = quarantine.seal(RECORD, "r_1");
        KeyRing.create(folder.resolve("without"));
        Quarantine none = new Quarantine(KeyRing.read(folder.resolve("without")));

        assertThat(none.seal(RECORD, "r_1")).isNull();
        assertThatThrownBy(() -> none.open(sealed, "r_1"))
                .isInstanceOf(KeyRingException.class)
                .hasMessage("Cannot open sealed records: the keys include no quarantine key."
                        + " Use the keys of the runs that sealed them.");
    }

    @Test
    void aRecordOfMoreThanOneMegabyteIsNotKept() {
        assertThat(quarantine.seal(new byte[1 << 20], "r_1")).isNotNull();
        assertThat(quarantine.seal(new byte[(1 << 20) + 1], "r_1")).isNull();
        assertThat(quarantine.seal(null, "r_1")).isNull();
    }
}
