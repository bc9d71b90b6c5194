package com.recipechatbot.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettledFactsTest {

    private static final byte[] CONVERSATION = new byte[48];
    private static final DayClock UTC = new DayClock(ZoneOffset.UTC);
    private static final MessageContent PLAIN =
            new MessageContent(0, 0, 0, null, false, false, List.of(), List.of(), null, null, null);

    static {
        CONVERSATION[0] = 1;
    }

    @Test
    void ofEqualRecordsTheOneWithTheSmallestUserStays() {
        FactsText text = settled(
                user(2).message(100, 7, Role.USER, 0, true, PLAIN),
                facts().message(100, 7, Role.USER, 0, false, PLAIN),
                user(1).message(100, 7, Role.USER, 1, true, PLAIN));

        assertThat(text.messages()).containsExactly("100 user key 7 of user 1 from source 1");
        assertThat(text.counts()).isEqualTo(Map.of("duplicate", 2));
    }

    @Test
    void thenTheOneWhoseMetadataSaysMost() {
        FactsText text = settled(
                facts().message(100, 7, Role.USER, 0, false, PLAIN),
                facts().message(100, 7, Role.USER, 1, false, rated(50)),
                facts().message(100, 7, Role.USER, 2, false, rated(75)));

        assertThat(text.messages()).containsExactly("100 user key 7 from source 2 rated 75");
    }

    @Test
    void ofCopiesThatNameAModelTheOneThatReportsMostStays() {
        FactsText text = settled(
                facts().message(100, 7, Role.ASSISTANT, 0, false, PLAIN),
                facts().message(100, 7, Role.ASSISTANT, 1, false, by(new ModelUse("z", true, 9L, null, null, null))),
                facts().message(100, 7, Role.ASSISTANT, 2, false, by(new ModelUse("gpt-4o", false, 1L, 2L, 3L, 4L))),
                facts().message(100, 7, Role.ASSISTANT, 3, false, by(new ModelUse("gpt-4o", false, 1L, 2L, 3L, null))));

        assertThat(text.messages())
                .containsExactly("100 assistant key 7 from source 2 by gpt-4o, 1 us, 2 and 3 tokens, 4 nano-dollars");
    }

    @Test
    void anOptOutOnAnyCopyExcludesAllOfThem() {
        FactsText text = settled(
                facts().message(100, 7, Role.USER, 0, false, PLAIN),
                facts().optedOut(100, 7, Role.USER, 1),
                facts().message(100, 7, Role.USER, 0, false, PLAIN),
                facts().message(100, 8, Role.USER, 0, false, PLAIN));

        assertThat(text.messages()).containsExactly("100 user key 8 from source 0");
        assertThat(text.counts()).isEqualTo(Map.of("opted_out", 3));
    }

    @Test
    void theLastWriteOfAnItemWins() {
        FactsText text = settled(
                facts().written(100, 7, Role.USER, 0, false, 5_000, null, 70, PLAIN),
                facts().written(100, 8, Role.USER, 0, false, 6_000, null, 80, PLAIN));

        assertThat(text.messages()).containsExactly("100 user key 8 from source 0");
        assertThat(text.counts()).isEqualTo(Map.of("superseded", 1));
        assertThat(text.changed()).containsExactly("0 updated");
        assertThat(text.writes())
                .containsExactlyInAnyOrder(
                        "100 at 5000 source 0 image 70 message 7 sequence null",
                        "100 at 6000 source 0 image 80 message 8 sequence null loaded");
    }

    @Test
    void withinASecondTheSequenceDecides() {
        FactsText text = settled(
                facts().written(100, 7, Role.USER, 0, false, 5_000, "2", 70, PLAIN),
                facts().written(100, 8, Role.USER, 0, false, 5_000, "1", 80, PLAIN));

        assertThat(text.messages()).containsExactly("100 user key 7 from source 0");
    }

    @Test
    void aLaterDeleteWithdrawsAMessageAndAnEarlierOneDoesNot() {
        assertThat(settled(
                                facts().written(100, 7, Role.USER, 0, false, 5_000, null, 70, PLAIN),
                                facts().withdrawn(Exclusion.DELETED, 100, Role.USER, 0, 6_000, null))
                        .counts())
                .isEqualTo(Map.of("deleted", 1, "superseded", 1));
        assertThat(settled(
                                facts().written(100, 7, Role.USER, 0, false, 5_000, null, 70, PLAIN),
                                facts().withdrawn(Exclusion.DELETED, 100, Role.USER, 0, 4_000, null))
                        .messages())
                .hasSize(1);
    }

    @Test
    void anotherSourceWithTheOlderWriteHasToBeReadAgain() {
        FactsText text = settled(
                facts().knownOf("day-2025-01-06-abc").known(100, 7, Role.USER, false, PLAIN),
                facts().knownOf("day-2025-01-06-abc").knownWrite(100, 5_000, null, 70L, 7L, true),
                facts().written(100, 8, Role.USER, 0, false, 6_000, null, 80, PLAIN));

        assertThat(text.messages()).containsExactly("100 user key 8 from source 0");
        assertThat(text.stale()).containsExactly("day-2025-01-06-abc");
    }

    @Test
    void anotherSourceThatKnowsALaterWriteSupersedes() {
        FactsText text = settled(
                facts().knownOf("day-2025-01-06-abc").known(100, 8, Role.USER, false, PLAIN),
                facts().knownOf("day-2025-01-06-abc").knownWrite(100, 6_000, null, 80L, 8L, true),
                facts().written(100, 7, Role.USER, 0, false, 5_000, null, 70, PLAIN));

        assertThat(text.messages()).isEmpty();
        assertThat(text.counts()).isEqualTo(Map.of("superseded", 1));
        assertThat(text.stale()).isEmpty();
    }

    @Test
    void aUserSpeaksFirstInTheSameMicrosecond() {
        FactsText text = settled(
                facts().message(100, 1, Role.ASSISTANT, 0, false, PLAIN),
                facts().message(100, 2, Role.USER, 0, false, PLAIN));

        assertThat(text.messages())
                .containsExactly("100 user key 2 from source 0", "100 assistant key 1 from source 0");
    }

    @Test
    void moreUsersThanSixteenBitsCountStayApart() {
        int users = 70_000;
        byte[] facts = Facts.NONE;
        for (int user = 0; user < users; user++) {
            byte[] keys = ByteBuffer.allocate(48).putInt(0, user).array();
            facts = Facts.merge(
                    facts,
                    facts().user(UserKeys.of(0, -3, keys))
                            .message(user, 1, Role.USER, 0, true, PLAIN)
                            .facts());
        }

        FactsReader reader = new FactsReader(SettledFacts.of(facts, UTC));
        int seen = 0;
        while (reader.nextMessage()) {
            assertThat(ByteBuffer.wrap(reader.array()).getInt(reader.dayKey(reader.user())))
                    .isEqualTo(seen);
            seen++;
        }

        assertThat(seen).isEqualTo(users);
    }

    @Test
    void moreDishesThanAByteCountsStayInAMessage() {
        List<RecipeMention> dishes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            dishes.add(new RecipeMention("Soup " + i, "soup " + i));
        }
        MessageContent content = new MessageContent(0, 0, 1, null, false, false, dishes, List.of(), null, null, null);

        FactsText text = settled(facts().message(100, 1, Role.USER, 0, false, content));

        assertThat(text.messages().get(0)).contains("dish Soup 0", "dish Soup 299");
    }

    @Test
    void factsThatOutgrowATaskSayWhichDayAndHowManyMessages() {
        byte[] one =
                facts().on(20_094).message(100, 1, Role.USER, 0, false, PLAIN).facts();
        byte[] facts = Facts.merge(Facts.NONE, one);
        byte[] two = Facts.merge(facts, one, 1 << 20);

        assertThatThrownBy(() -> Facts.merge(two, one, two.length))
                .isInstanceOf(FactsTooLargeException.class)
                .hasMessage(
                        "Cannot fold a conversation that begins on 2025-01-06: its first 2 messages already take 0 MB. Look for a conversation_id that the exporter gives to everyone, and exclude or repair its records.");
    }

    private static FactsBuilder facts() {
        return new FactsBuilder().start(CONVERSATION);
    }

    private static FactsBuilder user(int user) {
        byte[] keys = new byte[48];
        keys[0] = (byte) user;
        return facts().user(UserKeys.of(0, -3, keys));
    }

    private static MessageContent rated(int rating) {
        return new MessageContent(0, 0, 0, rating, false, false, List.of(), List.of(), null, null, null);
    }

    private static MessageContent by(ModelUse use) {
        return new MessageContent(0, 0, 0, null, false, false, List.of(), List.of(), use, null, null);
    }

    private static FactsText settled(FactsBuilder... records) {
        byte[] facts = Facts.NONE;
        for (FactsBuilder record : records) {
            facts = Facts.merge(facts, record.facts());
        }
        return FactsText.of(SettledFacts.of(Facts.trim(facts), UTC));
    }
}
