package com.recipechatbot.analytics.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RejectionReasonTest {

    @Test
    void theTableTellsEveryReason() {
        String comment = TableContract.read("rejected_records").columns().get(0).comment();

        assertThat(comment.substring("Why: ".length(), comment.length() - 1).split(", "))
                .containsExactlyInAnyOrder(Arrays.stream(RejectionReason.values())
                        // Streams with these are refused before a row is written.
                        .filter(reason -> reason != RejectionReason.KEYS_ONLY_STREAM
                                && reason != RejectionReason.OLD_IMAGE_STREAM)
                        .map(RejectionReason::code)
                        .toArray(String[]::new));
    }
}
