package com.recipechatbot.analytics.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ExportConflictException;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportFormat;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.ExportType;
import software.amazon.awssdk.services.dynamodb.model.ExportViewType;
import software.amazon.awssdk.services.dynamodb.model.InvalidExportTimeException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.S3SseAlgorithm;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Has DynamoDB export its table to S3, either completely or what was written in a window, and waits until the manifest
 * is there. Requesting the same window again within 8 hours continues the export that is already running.
 */
public final class PointInTimeExport {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);
    /** DynamoDB needs five minutes until it can export a time; twice that is waited for. */
    private static final Duration UNTIL_RECOVERABLE = Duration.ofMinutes(10);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "manifest-summary.json";
    private static final String RECOVERY_IS_OFF =
            "Cannot export the table %s: its point-in-time recovery is off. Turn it on with jobs/run create-table; times before that cannot be exported.";

    private final DynamoDbClient dynamoDb;
    private final S3Client s3;
    private final String table;
    private final S3Place destination;
    private final Pause pause;
    private final Optional<String> key;

    /**
     * A finished export.
     *
     * @param folder the input for the jobs
     * @param items the item count in its manifest
     */
    public record Finished(String folder, long items) {}

    /**
     * @param table a name or an ARN
     * @param destination such as {@code s3://bucket/exports}
     * @param key the ARN of the KMS key that encrypts exports; empty for keys of S3
     */
    public PointInTimeExport(
            DynamoDbClient dynamoDb, S3Client s3, String table, String destination, Optional<String> key, Pause pause) {
        this.dynamoDb = dynamoDb;
        this.s3 = s3;
        this.table = table;
        this.destination = S3Place.parse(destination);
        this.pause = pause;
        this.key = key;
    }

    /**
     * Requests an export of the whole table.
     *
     * @param asOf the point in time to export; empty for now
     * @return the ARN of the export
     */
    public String startFull(Optional<Instant> asOf) {
        return start(request()
                .exportType(ExportType.FULL_EXPORT)
                .exportTime(asOf.orElse(null))
                .build());
    }

    /**
     * Requests an export of what was written in a window, including the previous versions of the items.
     *
     * @return the ARN of the export
     */
    public String startIncremental(ExportWindow window) {
        return start(request()
                .exportType(ExportType.INCREMENTAL_EXPORT)
                .incrementalExportSpecification(specification -> specification
                        .exportFromTime(window.from())
                        .exportToTime(window.to())
                        .exportViewType(ExportViewType.NEW_AND_OLD_IMAGES))
                .build());
    }

    /**
     * Requests what no finished export covers yet, up to the day of an instant.
     *
     * @param zone of that day
     * @return the ARNs of the exports; none when everything is covered
     */
    public List<String> startMissing(Instant scheduledTime, ZoneId zone) {
        ExportPlan plan = AwsFailures.say("export the table " + table, () -> {
            ExportPlan missing =
                    ExportPlan.of(finishedExports(), recovery().earliestRestorableDateTime(), scheduledTime, zone);
            if (missing.latest().isPresent()) {
                awaitRecoverable(missing.latest().get());
            }
            return missing;
        });
        return Stream.concat(
                        plan.full().stream().map(time -> startFull(Optional.of(time))),
                        plan.windows().stream().map(this::startIncremental))
                .toList();
    }

    private PointInTimeRecoveryDescription recovery() {
        PointInTimeRecoveryDescription recovery = dynamoDb.describeContinuousBackups(
                        request -> request.tableName(table))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription();
        if (recovery.earliestRestorableDateTime() == null) {
            throw new CaptureException(RECOVERY_IS_OFF.formatted(table));
        }
        return recovery;
    }

    /** A time further ahead is left to DynamoDB to refuse. */
    private void awaitRecoverable(Instant time) {
        Instant recoverable = recovery().latestRestorableDateTime();
        for (long look = UNTIL_RECOVERABLE.dividedBy(BETWEEN_LOOKS); look >= 0; look--) {
            if (recoverable == null
                    || !recoverable.isBefore(time)
                    || time.isAfter(recoverable.plus(UNTIL_RECOVERABLE))) {
                return;
            }
            pauseBetweenLooks();
            recoverable = recovery().latestRestorableDateTime();
        }
        throw new CaptureNotReadyException(
                "Cannot export the table %s as of %s yet: DynamoDB can export up to %s. Run the same command again in a few minutes."
                        .formatted(table, time, recoverable));
    }

    /** Those of this table; what their manifests say, because nothing else tells whether an export is complete. */
    private List<ExportPlan.Covered> finishedExports() throws IOException {
        String holder = (destination.prefix().isEmpty() ? "" : destination.prefix() + "/") + "AWSDynamoDB/";
        String arn = arn();
        List<ExportPlan.Covered> finished = new ArrayList<>();
        for (CommonPrefix folder : s3.listObjectsV2Paginator(request ->
                        request.bucket(destination.bucket()).prefix(holder).delimiter("/"))
                .commonPrefixes()) {
            Optional<JsonNode> manifest = manifest(folder.prefix() + MANIFEST);
            if (manifest.isPresent() && manifest.get().path("tableArn").asText().equals(arn)) {
                finished.add(covered(manifest.get()));
            }
        }
        return finished;
    }

    private static ExportPlan.Covered covered(JsonNode manifest) {
        return manifest.hasNonNull("exportFromTime")
                ? new ExportPlan.Covered(time(manifest, "exportFromTime"), time(manifest, "exportToTime"))
                : new ExportPlan.Covered(Instant.MIN, time(manifest, "exportTime"));
    }

    private static Instant time(JsonNode manifest, String field) {
        return Instant.parse(manifest.path(field).asText());
    }

    /**
     * Waits for the manifests of some exports.
     *
     * @param patience how long to wait at most, for all of them together
     * @throws CaptureNotReadyException when one is not there by then; the exports continue
     * @throws ExportFailedException when DynamoDB gives up, or the item counts of the manifest and of DynamoDB differ
     */
    public List<Finished> await(List<String> exportArns, Duration patience) {
        return AwsFailures.say("export the table " + table, () -> {
            long looks = patience.dividedBy(BETWEEN_LOOKS) + 1;
            List<Finished> finished = new ArrayList<>();
            while (finished.size() < exportArns.size() && looks > 0) {
                String exportArn = exportArns.get(finished.size());
                ExportDescription export = describe(exportArn);
                if (export.exportStatus() == ExportStatus.FAILED) {
                    throw new ExportFailedException(
                            "Cannot export the table %s: DynamoDB gave up (%s). For details: aws dynamodb describe-export --export-arn %s"
                                    .formatted(table, export.failureCode(), exportArn));
                }
                Optional<JsonNode> manifest = export.exportStatus() == ExportStatus.COMPLETED
                        ? manifest(export.exportManifest())
                        : Optional.empty();
                if (manifest.isPresent()) {
                    finished.add(finished(export, manifest.get()));
                } else {
                    pauseBetweenLooks();
                    looks--;
                }
            }
            if (finished.size() == exportArns.size()) {
                return finished;
            }
            throw new CaptureNotReadyException(
                    "Cannot return the export of the table %s yet: there is no manifest after %d minutes. DynamoDB continues; run the same command again to wait for it."
                            .formatted(table, patience.toMinutes()));
        });
    }

    private String start(ExportTableToPointInTimeRequest request) {
        return AwsFailures.say("export the table " + table, () -> {
            ExportTableToPointInTimeRequest asked =
                    request.toBuilder().tableArn(arn()).build();
            try {
                ExportDescription export = ask(asked, token(asked));
                // The token leads to the earlier export that was requested with it, even if that one has failed.
                return export.exportStatus() == ExportStatus.FAILED
                        ? ask(asked, UUID.randomUUID().toString()).exportArn()
                        : export.exportArn();
            } catch (PointInTimeRecoveryUnavailableException e) {
                throw new CaptureException(RECOVERY_IS_OFF.formatted(table), e);
            } catch (InvalidExportTimeException e) {
                throw new CaptureException(
                        "Cannot export the table %s: the time is before its point-in-time recovery begins, or in the future. Give a time in between."
                                .formatted(table),
                        e);
            } catch (ExportConflictException e) {
                throw new CaptureException(
                        "Cannot export the table %s: it is already being exported, to another location or with other settings. Wait until that export has finished."
                                .formatted(table),
                        e);
            }
        });
    }

    private ExportDescription ask(ExportTableToPointInTimeRequest request, String token) {
        return dynamoDb.exportTableToPointInTime(
                        request.toBuilder().clientToken(token).build())
                .exportDescription();
    }

    private ExportDescription describe(String exportArn) {
        return dynamoDb.describeExport(request -> request.exportArn(exportArn)).exportDescription();
    }

    private ExportTableToPointInTimeRequest.Builder request() {
        return ExportTableToPointInTimeRequest.builder()
                .s3Bucket(destination.bucket())
                .s3Prefix(destination.prefix().isEmpty() ? null : destination.prefix())
                .s3SseAlgorithm(key.isPresent() ? S3SseAlgorithm.KMS : null)
                .s3SseKmsKeyId(key.orElse(null))
                .exportFormat(ExportFormat.DYNAMODB_JSON);
    }

    private String arn() {
        return table.startsWith("arn:")
                ? table
                : dynamoDb.describeTable(request -> request.tableName(table))
                        .table()
                        .tableArn();
    }

    /** The same for the same request; a request without a time is a new one each time. */
    private static String token(ExportTableToPointInTimeRequest request) {
        boolean namesTime = request.exportTime() != null || request.incrementalExportSpecification() != null;
        return namesTime
                ? UUID.nameUUIDFromBytes(request.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                : UUID.randomUUID().toString();
    }

    private Optional<JsonNode> manifest(String key) throws IOException {
        try (InputStream manifest =
                s3.getObject(request -> request.bucket(destination.bucket()).key(key))) {
            return Optional.of(JSON.readTree(manifest));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private Finished finished(ExportDescription export, JsonNode manifest) {
        long items = manifest.path("itemCount").asLong(-1);
        if (export.itemCount() != null && export.itemCount() != items) {
            throw new ExportFailedException(
                    "Cannot use the export of the table %s: its manifest lists %d items, DynamoDB reports %d. Export it again."
                            .formatted(table, items, export.itemCount()));
        }
        String key = export.exportManifest();
        return new Finished(
                "s3://%s/%s".formatted(destination.bucket(), key.substring(0, key.lastIndexOf('/'))), items);
    }

    private void pauseBetweenLooks() {
        try {
            pause.of(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureNotReadyException(
                    "Cannot return the export of the table %s yet: the wait was interrupted. DynamoDB continues; run the same command again."
                            .formatted(table));
        }
    }
}
