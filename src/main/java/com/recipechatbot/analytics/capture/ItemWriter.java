package com.recipechatbot.analytics.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Writes items one after the other, retrying each until it gives up. Never overwrites: a taken key is left alone. */
final class ItemWriter {

    private static final String IS_FREE = "attribute_not_exists(" + ConversationTable.CONVERSATION_ID + ")";
    private static final int TOO_LARGE = 413;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Duration giveUpAfter;
    private final InstantSource clock;
    private final LongAdder retries = new LongAdder();

    ItemWriter(DynamoDbClient dynamoDb, TrackerSettings settings, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.table();
        this.giveUpAfter = settings.giveUpAfter();
        this.clock = clock;
    }

    /** @return why the message was dropped, or empty when it is in the table */
    Optional<DropReason> write(TrackedMessage message) throws InterruptedException {
        Instant giveUpAt = message.at().plus(giveUpAfter);
        ConversationItem item = ConversationItem.of(message);
        int failures = 0;
        while (true) {
            try {
                put(item);
                return Optional.empty();
            } catch (ConditionalCheckFailedException e) {
                if (item.isStoredAs(e.item())) {
                    return Optional.empty();
                }
                // Another process has written to this conversation in the same microsecond.
                item = item.later();
            } catch (SdkException e) {
                if (isRefusal(e)) {
                    return Optional.of(DropReason.REFUSED);
                }
                if (e instanceof AbortedException || Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (clock.instant().isAfter(giveUpAt)) {
                    return Optional.of(DropReason.GAVE_UP);
                }
                retries.increment();
                Backoff.pauseAfter(++failures);
            }
        }
    }

    long retries() {
        return retries.sum();
    }

    private void put(ConversationItem item) {
        dynamoDb.putItem(request -> request.tableName(table)
                .item(item.attributes())
                .conditionExpression(IS_FREE)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    /** An invalid item stays invalid, whereas a missing table or permission may be restored. */
    private static boolean isRefusal(SdkException failure) {
        return failure instanceof DynamoDbException refusal
                && (refusal.statusCode() == TOO_LARGE
                        || AwsFailures.codeOf(refusal).equals("ValidationException"));
    }
}
