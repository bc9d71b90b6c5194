package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import com.recipechatbot.analytics.ingest.read.FoundRecord;
import com.recipechatbot.analytics.ingest.read.RangeReader;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** What the ingest makes of an export, read without Spark. */
public final class ReadBack {

    /** A record in plain types; reason is null when it can be used. */
    public record Message(
            String reason,
            String conversationId,
            Long sentAt,
            String userId,
            String role,
            String message,
            String metadata,
            boolean isOptedOut) {}

    private ReadBack() {}

    /** Every record of the days, file by file. */
    public static List<Message> messages(Configuration hadoop, String input, DayRange days) throws IOException {
        List<Message> messages = new ArrayList<>();
        for (Source source : ConversationExport.open(hadoop, input, days).sources()) {
            for (SourceFile file : source.files()) {
                try (RangeReader records =
                        RangeReader.open(hadoop, source, file, new MessageParser(FieldMapping.NONE))) {
                    for (List<FoundRecord> next = records.next(); next != null; next = records.next()) {
                        next.forEach(found -> messages.add(plain(found.record())));
                    }
                }
            }
        }
        return messages;
    }

    private static Message plain(ParsedRecord record) {
        return new Message(
                record.reason() == null ? null : record.reason().code(),
                text(record.conversationId()),
                record.sentAt(),
                text(record.userId()),
                text(record.role()),
                text(record.message()),
                text(record.metadata()),
                record.isOptedOut());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
