package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.redact.number.CardDetector;
import com.recipechatbot.analytics.privacy.redact.number.CuedIdDetector;
import com.recipechatbot.analytics.privacy.redact.number.IbanDetector;
import com.recipechatbot.analytics.privacy.redact.number.IdFormDetector;
import com.recipechatbot.analytics.privacy.redact.number.PhoneDetector;
import com.recipechatbot.analytics.privacy.redact.number.SpokenNumberDetector;
import com.recipechatbot.analytics.privacy.redact.number.SsnDetector;
import com.recipechatbot.analytics.privacy.redact.person.AddressDetector;
import com.recipechatbot.analytics.privacy.redact.person.PersonDetector;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.Prefilter;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces personal data in a text with placeholders. It fails closed: when a detector fails, the whole text is
 * withheld. Redacting a redacted text changes nothing. Immutable, for use by several threads.
 */
public final class Redactor {

    /** How many passes may uncover more; a text that needs more passes is withheld. */
    private static final int MOST_LOOKS = 5;

    private static final Redactor STANDARD = new Redactor(List.of(
            new UrlDetector(),
            new EmailDetector(),
            new SpelledEmailDetector(),
            new IbanDetector(),
            // The last 32 bits of an IPv6 address may be written as an IPv4 address.
            new Ip6Detector(),
            new Ip4Detector(),
            new CardDetector(),
            new SsnDetector(),
            new IdFormDetector(),
            new CuedIdDetector(),
            new PhoneDetector(),
            new SpokenNumberDetector(),
            new AddressDetector(),
            new PersonDetector()));

    /** The detectors to run, in order, by the signals that a text shows. */
    private final Detector[][] detectorsBySignals = new Detector[Signals.ALL + 1][];

    Redactor(List<Detector> detectors) {
        for (int signals = Signals.NONE; signals <= Signals.ALL; signals++) {
            int shown = signals;
            detectorsBySignals[signals] = detectors.stream()
                    .filter(detector -> (detector.signals() & shown) != 0)
                    .toArray(Detector[]::new);
        }
    }

    /** The redactor with all detectors. */
    public static Redactor standard() {
        return STANDARD;
    }

    /** @param text may be null, which is clean */
    public Redaction redact(String text) {
        return text == null ? Redaction.CLEAN : redact(text, signals(text));
    }

    /**
     * Redacts UTF-8; texts without signs of personal data are neither decoded nor copied.
     *
     * @param utf8 the text from offset on, length bytes of it, damaged bytes count as invisible; null is clean
     */
    public Redaction redact(byte[] utf8, int offset, int length) {
        int signals = utf8 == null ? Signals.NONE : Prefilter.signals(utf8, offset, length);
        return signals == Signals.NONE
                ? Redaction.CLEAN
                : redact(new String(utf8, offset, length, StandardCharsets.UTF_8), signals);
    }

    private static int signals(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Prefilter.signals(utf8, 0, utf8.length);
    }

    /**
     * Looks again at what it has redacted, as a second redaction would, until nothing is found: so that redacting twice
     * is redacting once.
     */
    private Redaction redact(String text, int firstSignals) {
        try {
            ShadowText shadow = new ShadowText(text);
            Redaction redaction = Redaction.CLEAN;
            int signals = firstSignals;
            for (int looks = 0; looks < MOST_LOOKS; looks++) {
                int before = shadow.claims().size();
                for (Detector detector : detectorsBySignals[signals]) {
                    detector.claimIn(shadow);
                }
                if (shadow.claims().size() == before) {
                    return redaction;
                }
                shadow.readAgain();
                redaction = redaction(text, shadow.claims());
                signals = signals(redaction.text());
            }
            return Redaction.WITHHELD;
        } catch (RuntimeException | StackOverflowError e) {
            // The failure may quote the text, so not even its message leaves this class; the result shows that it
            // happened.
            return Redaction.WITHHELD;
        }
    }

    /** Runs all detectors once, for a text that counts what they do. */
    void claimAll(ShadowText text) {
        for (Detector detector : detectorsBySignals[Signals.ALL]) {
            detector.claimIn(text);
        }
    }

    private static Redaction redaction(String text, List<ShadowText.Claim> claims) {
        StringBuilder redacted = new StringBuilder(text.length());
        List<Span> spans = new ArrayList<>(claims.size());
        int done = 0;
        int codePoints = 0;
        for (ShadowText.Claim claim : claims) {
            int start = codePoints + text.codePointCount(done, claim.start());
            int end = start + text.codePointCount(claim.start(), claim.end());
            spans.add(new Span(claim.type(), start, end));
            redacted.append(text, done, claim.start()).append(claim.type().placeholder());
            done = claim.end();
            codePoints = end;
        }
        return Redaction.of(redacted.append(text, done, text.length()).toString(), spans);
    }
}
