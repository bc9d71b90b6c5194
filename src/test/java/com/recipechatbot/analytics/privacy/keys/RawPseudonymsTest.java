package com.recipechatbot.analytics.privacy.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.recipechatbot.analytics.Commands;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawPseudonymsTest {

    private static final int DAY = (int) LocalDate.parse("2025-01-09").toEpochDay();
    private static final int MONDAY = (int) LocalDate.parse("2025-01-06").toEpochDay();

    @TempDir
    private Path folder;

    private Pseudonyms texts;
    private RawPseudonyms raw;

    @BeforeEach
    void readKeys() {
        texts = new Pseudonyms(KeyRing.read(Commands.keys(folder)));
        raw = texts.raw();
    }

    @Test
    void theyAreThePseudonymsThatAreWrittenAsText() {
        for (String id : new String[] {"ann", "Zoë", "a user of a longer id than most"}) {
            byte[] conversation = conversation(id);
            byte[] user = raw.user(id.getBytes(UTF_8), 0, id.getBytes(UTF_8).length, DAY);

            assertThat(RawPseudonyms.text("c_", conversation, 0)).isEqualTo(texts.conversation(id));
            assertThat(RawPseudonyms.text('d', DAY, user, 0)).isEqualTo(texts.userDay(id, DAY));
            assertThat(RawPseudonyms.text("a_", user, 16)).isEqualTo(texts.activity(id));
            assertThat(RawPseudonyms.text('w', MONDAY, user, 32)).isEqualTo(texts.userWeek(id, MONDAY));
        }
        byte[] record = "{broken".getBytes(UTF_8);
        assertThat(RawPseudonyms.text("r_", raw.record(record), 0)).isEqualTo(texts.record(record));
    }

    @Test
    void aTextIsReadBack() {
        byte[] conversation = conversation("ann");

        assertThat(RawPseudonyms.parse(texts.conversation("ann"))).isEqualTo(Arrays.copyOf(conversation, 16));
        assertThat(RawPseudonyms.parse(texts.userDay("ann", DAY)))
                .isEqualTo(Arrays.copyOf(raw.user("ann".getBytes(UTF_8), 0, 3, DAY), 16));
    }

    /** Whether a user says the same again is counted over shared bits, so these must stay. */
    @Test
    void signaturesOfAConversationShareTheBitsTheyShared() {
        Random random = new Random(1);
        byte[] ann = conversation("ann");
        for (int i = 0; i < 1_000; i++) {
            long some = random.nextLong();
            long more = random.nextLong();
            long others = random.nextLong();
            long one = some & more;
            long other = some & others;

            assertThat(Long.bitCount(raw.signature(ann, one) & raw.signature(ann, other)))
                    .isEqualTo(Long.bitCount(one & other));
            assertThat(Long.bitCount(raw.signature(ann, one))).isEqualTo(Long.bitCount(one));
        }
        assertThat(raw.signature(ann, 0)).isZero();
        assertThat(raw.signature(ann, -1)).isEqualTo(-1);
    }

    /** Over many conversations, each bit goes to each place about as often: 64 times in 4,096, give or take 8. */
    @Test
    void noPlaceOfABitIsPreferred() {
        int[] counts = new int[Long.SIZE * Long.SIZE];
        for (int i = 0; i < 4_096; i++) {
            byte[] conversation = conversation("c" + i);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                counts[Long.SIZE * bit + Long.numberOfTrailingZeros(raw.signature(conversation, 1L << bit))]++;
            }
        }

        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 64) < 6 * 8);
    }

    @Test
    void aMessageIsKnownByAllThatItIsMadeOf() {
        byte[] ann = conversation("ann");
        byte[] text = "soup".getBytes(UTF_8);
        long key = raw.message(ann, 100, 0, text, 0, text.length);

        assertThat(texts.raw().message(ann, 100, 0, text, 0, text.length)).isEqualTo(key);
        assertThat(new long[] {
                    raw.message(conversation("ben"), 100, 0, text, 0, text.length),
                    raw.message(ann, 101, 0, text, 0, text.length),
                    raw.message(ann, 100, 1, text, 0, text.length),
                    raw.message(ann, 100, 0, text, 0, 3),
                    raw.message(ann, 100, 0, text, 0, 0),
                    raw.message(ann, 100, 0, null, 0, 0),
                    raw.image(ann, 100, 0, text),
                    key
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void imagesDoNotRunIntoEachOther() {
        byte[] ann = conversation("ann");
        byte[] a = "a".getBytes(UTF_8);
        byte[] ab = "ab".getBytes(UTF_8);
        byte[] b = "b".getBytes(UTF_8);

        assertThat(new long[] {
                    raw.image(ann, 1, 0, ab, null),
                    raw.image(ann, 1, 0, a, b),
                    raw.image(ann, 1, 0, null, ab),
                    raw.image(ann, 1, 0, ab, new byte[0])
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void theHashIsThatOfGuava() {
        Random random = new Random(1);
        for (int length = 0; length < 70; length++) {
            byte[] key = new byte[16];
            byte[] bytes = new byte[length + 5];
            random.nextBytes(key);
            random.nextBytes(bytes);
            ByteBuffer keys = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);

            assertThat(new SipHash(key).hash(1, -2, 3, bytes, 5, length))
                    .isEqualTo(Hashing.sipHash24(keys.getLong(), keys.getLong())
                            .newHasher()
                            .putLong(1)
                            .putLong(-2)
                            .putLong(3)
                            .putBytes(bytes, 5, length)
                            .hash()
                            .asLong());
        }
    }

    @Test
    void whatIsSealedIsOpenedWithTheKeysOfTheDaysMonthOnly() {
        byte[] user = raw.user("ann".getBytes(UTF_8), 0, 3, DAY);
        byte[] day = Arrays.copyOf(user, 16);
        byte[] beyond = Arrays.copyOfRange(user, 16, 48);

        byte[] sealed = raw.seal(DAY, user, 0);

        assertThat(sealed).hasSize(32).isNotEqualTo(beyond);
        assertThat(raw.open(DAY, day, sealed)).isEqualTo(user);
        assertThat(RawPseudonyms.parse(RawPseudonyms.sealText(sealed))).isEqualTo(sealed);
        // Of the same user and week on the next day it is another one, in both halves.
        byte[] nextDay = raw.user("ann".getBytes(UTF_8), 0, 3, DAY + 1);
        assertThat(Arrays.copyOfRange(nextDay, 16, 48)).isEqualTo(beyond);
        byte[] sealedNextDay = raw.seal(DAY + 1, nextDay, 0);
        assertThat(Arrays.copyOf(sealedNextDay, 16)).isNotEqualTo(Arrays.copyOf(sealed, 16));
        assertThat(Arrays.copyOfRange(sealedNextDay, 16, 32)).isNotEqualTo(Arrays.copyOfRange(sealed, 16, 32));
        KeyRing.create(folder.resolve("others"));
        byte[] byOthers =
                new Pseudonyms(KeyRing.read(folder.resolve("others"))).raw().open(DAY, day, sealed);
        assertThat(Arrays.copyOfRange(byOthers, 16, 32)).isNotEqualTo(Arrays.copyOfRange(user, 16, 32));
        assertThat(Arrays.copyOfRange(byOthers, 32, 48)).isNotEqualTo(Arrays.copyOfRange(user, 32, 48));
    }

    @Test
    void withoutTheKeyOfItsMonthASealIsAPseudonymOfTheDay() throws IOException {
        byte[] user = raw.user("ann".getBytes(UTF_8), 0, 3, DAY);
        byte[] sealed = raw.seal(DAY, user, 0);
        Path fewer = Files.copy(Commands.keys(folder), folder.resolve("fewer"));
        KeyRing.shred(fewer.toString(), YearMonth.from(LocalDate.ofEpochDay(DAY)));

        byte[] opened = new Pseudonyms(KeyRing.read(fewer)).raw().open(DAY, Arrays.copyOf(user, 16), sealed);
        assertThat(Arrays.copyOfRange(opened, 16, 48)).isEqualTo(sealed);
    }

    private byte[] conversation(String id) {
        return raw.conversation(id.getBytes(UTF_8), 0, id.getBytes(UTF_8).length)
                .clone();
    }
}
