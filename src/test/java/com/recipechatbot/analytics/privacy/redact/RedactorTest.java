package com.recipechatbot.analytics.privacy.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactorTest {

    private final Redactor redactor = Redactor.standard();

    @Test
    void spansAreCodePointsOfTheInput() {
        Redaction redaction = redactor.redact("🍰🍰 jane@example.com");

        assertThat(redaction.spans()).containsExactly(new Span(PersonalDataType.EMAIL, 3, 19));
        assertThat(redaction.text()).isEqualTo("🍰🍰 [EMAIL]");
        assertThat(redaction.utf8()).isEqualTo("🍰🍰 [EMAIL]".getBytes(StandardCharsets.UTF_8));
        assertThat(redaction.count(PersonalDataType.EMAIL)).isOne();
        assertThat(redaction.count(PersonalDataType.PHONE)).isZero();
    }

    @Test
    void aCleanTextSharesOneResultThatHoldsNoText() {
        Redaction redaction = redactor.redact("Bake for 20-25 minutes at 350 degrees.");

        assertThat(redaction.isClean()).isTrue();
        assertThat(redaction).isSameAs(redactor.redact("Whisk."));
        assertThatThrownBy(redaction::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Cannot give the redacted text: nothing was found in it. Keep the input when isClean() is true.");
    }

    @Test
    void noTextIsClean() {
        assertThat(redactor.redact((String) null).isClean()).isTrue();
        assertThat(redactor.redact(null, 0, 0).isClean()).isTrue();
        assertThat(redactor.redact("").isClean()).isTrue();
        assertThat(redactor.redact(new byte[0], 0, 0).isClean()).isTrue();
    }

    @Test
    void bytesAreReadFromTheOffsetOn() {
        byte[] utf8 = "xx jane@example.com yy".getBytes(StandardCharsets.UTF_8);

        assertThat(redactor.redact(utf8, 3, 16).text()).isEqualTo("[EMAIL]");
        assertThat(redactor.redact(utf8, 0, 3).isClean()).isTrue();
    }

    @Test
    void damagedBytesHideNothing() {
        byte[] utf8 = "ja?ne@example.com".getBytes(StandardCharsets.UTF_8);
        utf8[2] = (byte) 0xFF;

        assertThat(redactor.redact(utf8, 0, utf8.length).text()).isEqualTo("[EMAIL]");
    }

    @Test
    void aLoneSurrogateStaysWhereItIs() {
        assertThat(redactor.redact("\uD83C jane@example.com").text()).isEqualTo("\uD83C [EMAIL]");
    }

    @Test
    void aTextWhoseDetectorFailsIsWithheldAsAWhole() {
        Redactor failing = new Redactor(List.of(new FailingDetector()));

        Redaction redaction = failing.redact("jane@example.com");

        assertThat(redaction.isWithheld()).isTrue();
        assertThat(redaction.isClean()).isFalse();
        assertThat(redaction.text()).isEqualTo("[REDACTED]");
        assertThat(redaction.spans()).isEmpty();
    }

    private static final class FailingDetector implements Detector {

        @Override
        public int signals() {
            return Signals.ALL;
        }

        @Override
        public void claimIn(ShadowText text) {
            throw new IllegalStateException("boom");
        }
    }
}
