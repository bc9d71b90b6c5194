package com.recipechatbot.analytics.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class WideBytesProperties {

    @Property
    void bytes_are_utf8_when_java_can_decode_them(@ForAll("trickyBytes") byte[] bytes) {
        assertThat(WideBytes.isUtf8(bytes, 0, bytes.length)).isEqualTo(isDecodable(bytes, 0, bytes.length));
    }

    @Property
    void every_part_of_a_text_is_judged_like_java_judges_it(
            @ForAll String text, @ForAll @IntRange(max = 20) int from, @ForAll @IntRange(max = 40) int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int begin = Math.min(from, bytes.length);
        int end = Math.min(begin + length, bytes.length);

        assertThat(WideBytes.isUtf8(bytes, begin, end)).isEqualTo(isDecodable(bytes, begin, end));
    }

    @Example
    void every_character_is_judged_like_java_judges_it() {
        byte[] bytes = new byte[4];
        for (int first = 0x80; first < 0x100; first++) {
            for (int second = 0; second < 0x100; second++) {
                bytes[0] = (byte) first;
                bytes[1] = (byte) second;
                for (int rest : new int[] {0x7F, 0x80, 0xBF, 0xC0}) {
                    bytes[2] = (byte) rest;
                    bytes[3] = (byte) rest;
                    for (int length = 1; length <= 4; length++) {
                        assertThat(WideBytes.isUtf8(bytes, 0, length)).isEqualTo(isDecodable(bytes, 0, length));
                    }
                }
            }
        }
    }

    @Property
    void the_first_of_two_characters_is_found(
            @ForAll("trickyBytes") byte[] bytes,
            @ForAll @IntRange(max = 24) int from,
            @ForAll @IntRange(max = 24) int to) {
        int begin = Math.min(from, bytes.length);
        int end = Math.max(begin, Math.min(to, bytes.length));
        int expected = begin;
        while (expected < end && bytes[expected] != ' ' && bytes[expected] != 0x7F) {
            expected++;
        }

        assertThat(WideBytes.indexOf(bytes, begin, end, ' ', (char) 0x7F)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<byte[]> trickyBytes() {
        return Arbitraries.of(0x20, 0x21, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMaxSize(24);
    }

    private static boolean isDecodable(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
