package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MessageEvidenceTest {

    @ParameterizedTest(name = "{1}: {3}")
    @CsvFileSource(resources = "/extraction/message_codes.csv", numLinesToSkip = 1)
    void codesWhatAMessageSays(String speaker, String message, String codes, String why) {
        MessageEvidence evidence = MessageEvidence.of(Speaker.valueOf(speaker.toUpperCase(Locale.ROOT)), message);

        assertThat(evidence.codeList())
                .as(why)
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(codes == null ? new String[0] : codes.split(" "));
    }

    @Test
    void whatTheUserAsksForIsAFeature() {
        assertThat(MessageEvidence.of(Speaker.USER, "What's next? Can I use oil instead of butter?")
                        .features())
                .containsExactlyInAnyOrder(Feature.STEP_GUIDANCE, Feature.SUBSTITUTION);
        assertThat(MessageEvidence.of(Speaker.ASSISTANT, "Use oil instead of butter.")
                        .features())
                .isEmpty();
    }

    @Test
    void onlyUserMessagesOfSomeWordsHaveASignature() {
        assertThat(MessageEvidence.of(Speaker.USER, "spicy lentil soup with coconut")
                        .signature())
                .isNotZero();
        assertThat(MessageEvidence.of(Speaker.USER, "what's next?").signature()).isZero();
        assertThat(MessageEvidence.of(Speaker.ASSISTANT, "spicy lentil soup with coconut")
                        .signature())
                .isZero();
    }

    @Test
    void positionsOfCodesAreFixedBecauseRowsKeepThem() {
        assertThat(EvidenceCode.values())
                .extracting(EvidenceCode::bit)
                .containsExactly(
                        1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072,
                        262144);
    }
}
