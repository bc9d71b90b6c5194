package com.recipechatbot.analytics.ingest.erase;

import com.recipechatbot.analytics.ingest.UserMentions;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import com.recipechatbot.analytics.ingest.read.FoundRecord;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;

/** Which records to erase: those of some users, and everything said in their conversations. */
public final class ErasureTargets {

    private final Set<UTF8String> users = new HashSet<>();
    private final Set<UTF8String> conversations = new HashSet<>();
    private final UserMentions mentions;
    private final MessageParser parser;

    /** @param parser of the records that are asked about */
    public ErasureTargets(Set<String> users, MessageParser parser) {
        this.parser = parser;
        users.forEach(user -> this.users.add(UTF8String.fromString(user)));
        this.mentions = new UserMentions(users);
    }

    /** Adds the conversation if the record belongs to one of the users. */
    public void learn(FoundRecord found) throws IOException {
        if (found.record().conversationId() != null && isOfUsers(found)) {
            conversations.add(found.record().conversationId());
        }
    }

    public Set<UTF8String> conversations() {
        return conversations;
    }

    public boolean hold(FoundRecord found) throws IOException {
        ParsedRecord record = found.record();
        return isOfUsers(found)
                || (record.conversationId() != null && conversations.contains(record.conversationId()))
                || (record.reason() != null && mentions.in(found.bytes()));
    }

    /** Whether one of the records that can only be taken out together goes. */
    public boolean hold(List<FoundRecord> together) throws IOException {
        for (FoundRecord found : together) {
            if (hold(found)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A change of an item also holds the item as it was before, which may have had another user, or one that is now
     * missing.
     */
    private boolean isOfUsers(FoundRecord found) throws IOException {
        ParsedRecord record = found.record();
        return (record.userId() != null && users.contains(record.userId()))
                || (record.writtenAt() != null && users.contains(parser.earlierUser(found.bytes())));
    }
}
