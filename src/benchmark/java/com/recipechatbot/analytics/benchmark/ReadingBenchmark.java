package com.recipechatbot.analytics.benchmark;

import com.recipechatbot.analytics.extraction.MessageEvidence;
import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.extraction.Speaker;
import com.recipechatbot.analytics.functions.MessageFactsFunction;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.unsafe.types.UTF8String;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reads {@link ChatText} once in each call; the column {@code megabytes} is MB/s of message text. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.nio=ALL-UNNAMED")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {

    private static final UTF8String NO_METADATA = UTF8String.fromString("{}");

    private static final UTF8String USER = UTF8String.fromString("user");
    private static final UTF8String ASSISTANT = UTF8String.fromString("assistant");

    /** The messages, as text and as the bytes that the SQL functions are given. */
    @State(Scope.Benchmark)
    public static class Messages {

        private List<String> texts = List.of();
        private List<byte[]> utf8 = List.of();
        private List<UTF8String> rows = List.of();
        private double megabytes;

        @Setup
        public void write() {
            texts = ChatText.messages(5_000);
            utf8 = texts.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
            rows = utf8.stream().map(UTF8String::fromBytes).toList();
            megabytes = ChatText.bytes(texts) / 1e6;
        }
    }

    /** What was read. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {

        public double megabytes;
    }

    @Benchmark
    public void redact(Messages messages, Read read, Blackhole result) {
        for (byte[] message : messages.utf8) {
            result.consume(Redactor.standard().redact(message, 0, message.length));
        }
        read.megabytes += messages.megabytes;
    }

    @Benchmark
    public void recipeNames(Messages messages, Read read, Blackhole result) {
        Speaker speaker = Speaker.USER;
        for (String message : messages.texts) {
            result.consume(RecipeExtractor.standard().mentions(speaker, message));
            speaker = speaker == Speaker.USER ? Speaker.ASSISTANT : Speaker.USER;
        }
        read.megabytes += messages.megabytes;
    }

    @Benchmark
    public void evidence(Messages messages, Read read, Blackhole result) {
        Speaker speaker = Speaker.USER;
        for (String message : messages.texts) {
            result.consume(MessageEvidence.of(speaker, message));
            speaker = speaker == Speaker.USER ? Speaker.ASSISTANT : Speaker.USER;
        }
        read.megabytes += messages.megabytes;
    }

    /** What the daily job calls for each message: redaction and extraction, from Spark's bytes to a row. */
    @Benchmark
    public void messageFacts(Messages messages, Read read, Blackhole result) {
        UTF8String role = USER;
        for (UTF8String message : messages.rows) {
            result.consume(MessageFactsFunction.invoke(role, message, NO_METADATA, null));
            role = role == USER ? ASSISTANT : USER;
        }
        read.megabytes += messages.megabytes;
    }
}
