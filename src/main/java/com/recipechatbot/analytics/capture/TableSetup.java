package com.recipechatbot.analytics.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * Creates the table, or completes the settings of an existing one. Doing it again changes nothing. Settings that cannot
 * be changed without harming others, such as a stream that somebody reads, are reported and left alone.
 */
public final class TableSetup {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    /** Building an index over a large table takes time. */
    private static final int MOST_LOOKS = 1_800;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final boolean wantsIndex;
    private final Pause pause;
    private final List<String> said = new ArrayList<>();

    /** @param wantsIndex whether the index of {@code export-hour} is added, which doubles writes and storage */
    public TableSetup(DynamoDbClient dynamoDb, String table, boolean wantsIndex, Pause pause) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.wantsIndex = wantsIndex;
        this.pause = pause;
    }

    /**
     * @return the table's settings, one per line, and which of them are new
     * @throws CaptureException when a table of that name has other keys or another time to live
     */
    public List<String> apply() {
        return AwsFailures.say("create the table " + table, () -> {
            said.clear();
            Optional<TableDescription> found = describe();
            boolean isNew = found.isEmpty();
            if (isNew) {
                dynamoDb.createTable(
                        wantsIndex ? ConversationTable.creationWithIndex(table) : ConversationTable.creation(table));
                awaitActive();
            } else {
                requireKeys(found.get().keySchema(), ConversationTable.KEYS, "the table " + table);
            }
            said.add("table: %s, %s".formatted(table, isNew ? "created" : "already existed"));
            sayBilling();
            applyStream();
            applyIndex();
            applyTimeToLive();
            applyPointInTimeRecovery();
            return List.copyOf(said);
        });
    }

    private void sayBilling() {
        TableDescription now = describe().orElseThrow();
        boolean isOnDemand = now.billingModeSummary() != null
                && now.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
        said.add("billing: " + (isOnDemand ? "on demand" : "provisioned, left as it is"));
    }

    private void applyStream() {
        TableDescription now = describe().orElseThrow();
        boolean isOn = now.streamSpecification() != null
                && Boolean.TRUE.equals(now.streamSpecification().streamEnabled());
        if (!isOn) {
            update(UpdateTableRequest.builder().streamSpecification(ConversationTable.stream()));
        } else if (now.streamSpecification().streamViewType() != ConversationTable.STREAM) {
            said.add(
                    "stream: %s, left as it is, because its readers would have to start over. With this type, a delete does not show whether the message expired or was withdrawn"
                            .formatted(now.streamSpecification().streamViewTypeAsString()));
            return;
        }
        said.add("stream: " + ConversationTable.STREAM + news(!isOn));
    }

    private void applyIndex() {
        Optional<GlobalSecondaryIndexDescription> index = index();
        if (index.isPresent()) {
            requireKeys(
                    index.get().keySchema(),
                    ConversationTable.INDEX_KEYS,
                    "the index %s of %s".formatted(ConversationTable.DATE_INDEX, table));
        } else if (!wantsIndex) {
            said.add(
                    "index: none. export-hour needs one: run again with --date-index, which doubles writes and storage");
            return;
        } else {
            update(UpdateTableRequest.builder()
                    .attributeDefinitions(ConversationTable.KEY_ATTRIBUTES_WITH_INDEX)
                    .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                            .create(create -> create.indexName(ConversationTable.DATE_INDEX)
                                    .keySchema(ConversationTable.INDEX_KEYS)
                                    .projection(ConversationTable.INDEX_PROJECTION))
                            .build()));
            await(() -> index().map(GlobalSecondaryIndexDescription::indexStatus)
                    .filter(IndexStatus.ACTIVE::equals)
                    .isPresent());
        }
        said.add("index: %s over %d keys a day%s%s"
                .formatted(
                        ConversationTable.DATE_INDEX,
                        ConversationTable.SHARDS,
                        news(index.isEmpty()),
                        index.isEmpty() ? "; older messages are not in it: export them with jobs/run export" : ""));
    }

    private void applyTimeToLive() {
        TimeToLiveDescription now =
                dynamoDb.describeTimeToLive(request -> request.tableName(table)).timeToLiveDescription();
        boolean isOn = now.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                || now.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
        if (!isOn) {
            dynamoDb.updateTimeToLive(request -> request.tableName(table)
                    .timeToLiveSpecification(
                            ttl -> ttl.attributeName(ConversationTable.TTL).enabled(true)));
        } else if (!now.attributeName().equals(ConversationTable.TTL)) {
            throw new CaptureException(
                    "Cannot use the table %s: its items expire by %s, not by %s. Turn that off first, or choose another name."
                            .formatted(table, now.attributeName(), ConversationTable.TTL));
        }
        said.add("time to live: %d days, by %s%s"
                .formatted(ConversationTable.KEPT.toDays(), ConversationTable.TTL, news(!isOn)));
    }

    private void applyPointInTimeRecovery() {
        try {
            boolean isOn = isPointInTimeRecoveryOn();
            if (!isOn) {
                await(this::switchPointInTimeRecoveryOn);
            }
            said.add("point-in-time recovery: on" + news(!isOn));
        } catch (DynamoDbException e) {
            if (!AwsFailures.codeOf(e).equals("UnknownOperationException")) {
                throw e;
            }
            said.add("point-in-time recovery: not supported by this endpoint, which is not AWS");
        }
    }

    private boolean isPointInTimeRecoveryOn() {
        return dynamoDb.describeContinuousBackups(request -> request.tableName(table))
                        .continuousBackupsDescription()
                        .pointInTimeRecoveryDescription()
                        .pointInTimeRecoveryStatus()
                == PointInTimeRecoveryStatus.ENABLED;
    }

    /** For a few seconds after a table is created, backups cannot be turned on yet. */
    private boolean switchPointInTimeRecoveryOn() {
        try {
            dynamoDb.updateContinuousBackups(request -> request.tableName(table)
                    .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true)));
            return true;
        } catch (ContinuousBackupsUnavailableException e) {
            return false;
        }
    }

    private void update(UpdateTableRequest.Builder change) {
        dynamoDb.updateTable(change.tableName(table).build());
        awaitActive();
    }

    private void awaitActive() {
        await(() -> describe()
                .map(TableDescription::tableStatus)
                .filter(TableStatus.ACTIVE::equals)
                .isPresent());
    }

    private void await(BooleanSupplier isDone) {
        try {
            for (int looks = 0; looks < MOST_LOOKS; looks++) {
                if (isDone.getAsBoolean()) {
                    return;
                }
                pause.of(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CaptureNotReadyException(
                "Cannot finish the table %s yet: AWS is still working on it. Run the same command again."
                        .formatted(table));
    }

    private Optional<TableDescription> describe() {
        try {
            return Optional.of(
                    dynamoDb.describeTable(request -> request.tableName(table)).table());
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private Optional<GlobalSecondaryIndexDescription> index() {
        return describe().orElseThrow().globalSecondaryIndexes().stream()
                .filter(index -> index.indexName().equals(ConversationTable.DATE_INDEX))
                .findFirst();
    }

    private static void requireKeys(List<KeySchemaElement> actual, List<KeySchemaElement> expected, String what) {
        Set<KeySchemaElement> keys = new HashSet<>(actual);
        if (!keys.equals(new HashSet<>(expected))) {
            throw new CaptureException("Cannot use %s: its keys are %s, expected %s. Choose another name."
                    .formatted(what, words(actual), words(expected)));
        }
    }

    private static String words(List<KeySchemaElement> keys) {
        return keys.stream()
                .map(key -> key.attributeName() + " (" + key.keyTypeAsString() + ")")
                .collect(Collectors.joining(" and "));
    }

    private static String news(boolean isNew) {
        return isNew ? ", new" : "";
    }
}
