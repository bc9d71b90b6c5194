package com.recipechatbot.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.extraction.RecipeMention;
import com.recipechatbot.analytics.extraction.metadata.ModelUse;
import com.recipechatbot.analytics.extraction.metadata.ToolCall;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Facts of the same records are the same, however these are ordered, split over tasks and repeated. */
class FactsPropertiesTest {

    private static final byte[] CONVERSATION = new byte[48];
    private static final DayClock BERLIN = new DayClock(ZoneId.of("Europe/Berlin"));

    static {
        CONVERSATION[0] = 1;
    }

    private enum Kind {
        MESSAGE,
        WRITTEN,
        OPTED_OUT,
        OPT_OUT_WRITTEN,
        DELETED,
        EXPIRED,
        KEY_SHREDDED,
        KNOWN,
        KNOWN_WRITE
    }

    /** Few different values, so that records meet. */
    private record Entry(Kind kind, int minute, int key, int role, int source, int user, int write, int metadata) {

        boolean isKnown() {
            return kind == Kind.KNOWN || kind == Kind.KNOWN_WRITE;
        }

        byte[] facts() {
            // About midnight in Berlin, which is 23:00 in UTC.
            long sentAt = (23 * 60 - 2 + minute) * 60_000_000L;
            Role who = Role.of(role);
            FactsBuilder facts = new FactsBuilder().start(CONVERSATION).on(BERLIN.day(sentAt));
            boolean hasUser = user > 0;
            String sequence = write % 2 == 0 ? null : "%040d".formatted(write);
            if (isKnown()) {
                facts.knownOf("day-1970-01-0" + (1 + source) + "-abc");
            }
            if (hasUser && kind != Kind.KNOWN_WRITE) {
                byte[] keys = new byte[48];
                keys[0] = (byte) user;
                facts.user(UserKeys.of(BERLIN.day(sentAt), -3, keys));
            }
            return switch (kind) {
                case MESSAGE ->
                    facts.message(sentAt, key, who, source, hasUser, content()).facts();
                case WRITTEN ->
                    facts.written(sentAt, key, who, source, hasUser, write, sequence, 10L * key + metadata, content())
                            .facts();
                case OPTED_OUT -> facts.optedOut(sentAt, key, who, source).facts();
                case OPT_OUT_WRITTEN ->
                    facts.withdrawn(Exclusion.OPTED_OUT, sentAt, who, source, write, sequence)
                            .facts();
                case DELETED ->
                    facts.withdrawn(Exclusion.DELETED, sentAt, who, source, write, sequence)
                            .facts();
                case EXPIRED -> facts.exclude(Exclusion.EXPIRED).facts();
                case KEY_SHREDDED -> facts.exclude(Exclusion.KEY_SHREDDED).facts();
                case KNOWN -> facts.known(sentAt, key, who, hasUser, content()).facts();
                case KNOWN_WRITE ->
                    facts.knownWrite(
                                    sentAt,
                                    write,
                                    sequence,
                                    metadata == 0 ? null : 10L * key + metadata,
                                    metadata == 0 ? null : (long) key,
                                    metadata == 1)
                            .facts();
            };
        }

        private MessageContent content() {
            return new MessageContent(
                    key,
                    key * 31L,
                    key,
                    metadata == 0 ? null : metadata,
                    false,
                    false,
                    key == 1 ? List.of(new RecipeMention("Soup", "soup")) : List.of(),
                    metadata == 2 ? List.of(new ToolCall("web_search", true)) : List.of(),
                    role == 1 ? new ModelUse("gpt-4o", write == 1, user * 7L, null, (long) write, 5L) : null,
                    null,
                    null);
        }
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        return entry(Kind.values()).list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Entry>> messages() {
        return entry(Kind.MESSAGE).list().ofMinSize(1).ofMaxSize(8);
    }

    private static Arbitrary<Entry> entry(Kind... kinds) {
        return Combinators.combine(
                        Arbitraries.of(kinds),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2))
                .as(Entry::new);
    }

    @Property
    void orderAndSplitDoNotMatter(@ForAll("entries") List<Entry> entries, @ForAll Random random) {
        FactsText inOrder = settled(entries);
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);

        assertThat(settled(shuffled)).isEqualTo(inOrder);
        assertThat(FactsText.of(SettledFacts.of(split(shuffled, random), BERLIN)))
                .isEqualTo(inOrder);
    }

    @Property
    void everyRecordIsCountedOnce(@ForAll("entries") List<Entry> entries) {
        long read = entries.stream().filter(entry -> !entry.isKnown()).count();

        assertThat(settled(entries).records()).isEqualTo((int) read);
    }

    @Property
    void aConversationThatIsLeftOutCountsWhole(@ForAll("entries") List<Entry> entries, @ForAll Random random) {
        long read = entries.stream().filter(entry -> !entry.isKnown()).count();
        byte[] facts = split(entries, random);
        byte[] erased = new FactsBuilder()
                .start(CONVERSATION)
                .leaveOut(Exclusion.ERASED)
                .facts();
        byte[] unwanted = new FactsBuilder()
                .start(CONVERSATION)
                .leaveOut(Exclusion.EXCLUDED_USER)
                .facts();

        FactsText text = FactsText.of(SettledFacts.of(Facts.merge(Facts.merge(facts, unwanted), erased), BERLIN));

        assertThat(text.messages()).isEmpty();
        assertThat(text.writes()).isEmpty();
        assertThat(text.counts()).isEqualTo(read == 0 ? java.util.Map.of() : java.util.Map.of("erased", (int) read));
    }

    @Property
    void aRepetitionIsADuplicateAndNothingElse(@ForAll("messages") List<Entry> entries, @ForAll Random random) {
        FactsText once = settled(entries);
        List<Entry> twice = new ArrayList<>(entries);
        twice.add(entries.get(random.nextInt(entries.size())));
        Collections.shuffle(twice, random);

        FactsText repeated = settled(twice);

        assertThat(repeated.messages()).isEqualTo(once.messages());
        assertThat(repeated.counts().getOrDefault("duplicate", 0))
                .isEqualTo(once.counts().getOrDefault("duplicate", 0) + 1);
    }

    @Property
    void whatIsKnownAlreadyIsNotLoadedAgain(@ForAll("messages") List<Entry> entries) {
        byte[] facts = merged(entries);
        for (Entry entry : entries) {
            Entry known = new Entry(
                    Kind.KNOWN, entry.minute, entry.key, entry.role, 0, entry.user, entry.write, entry.metadata);
            facts = Facts.merge(facts, known.facts());
        }

        FactsText text = FactsText.of(SettledFacts.of(facts, BERLIN));

        assertThat(text.messages()).isEmpty();
        assertThat(text.counts()).isEqualTo(java.util.Map.of("duplicate", entries.size()));
    }

    @Property
    void partsOfAConversationReadInTheOrderOfTime(@ForAll("messages") List<Entry> entries, @ForAll Random random) {
        byte[] facts = Facts.NONE;
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        for (Entry entry : shuffled) {
            facts = Facts.merge(facts, SettledFacts.of(merged(List.of(entry)), BERLIN));
        }

        List<Long> times = new ArrayList<>();
        FactsReader reader = new FactsReader(SettledFacts.inOrder(facts));
        while (reader.nextMessage()) {
            times.add(reader.sentAt());
        }

        assertThat(times).hasSameSizeAs(entries).isSorted();
    }

    private static FactsText settled(List<Entry> entries) {
        return FactsText.of(SettledFacts.of(merged(entries), BERLIN));
    }

    private static byte[] merged(List<Entry> entries) {
        byte[] facts = Facts.NONE;
        for (Entry entry : entries) {
            facts = Facts.merge(facts, entry.facts());
        }
        return Facts.trim(facts);
    }

    /** As tasks would: some fold some, and these are merged in any grouping. */
    private static byte[] split(List<Entry> entries, Random random) {
        if (entries.size() == 1) {
            return merged(entries);
        }
        int at = 1 + random.nextInt(entries.size() - 1);
        return Facts.merge(split(entries.subList(0, at), random), split(entries.subList(at, entries.size()), random));
    }
}
