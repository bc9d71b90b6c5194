package com.recipechatbot.analytics.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.recipechatbot.analytics.UsageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.EmrServerlessException;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunMode;
import software.amazon.awssdk.services.emrserverless.model.ResourceNotFoundException;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.ValidationException;

/** Starts runs on EMR Serverless and looks at them. Endpoint and credentials come from the SDK's default chain. */
public final class EmrRuns implements AutoCloseable {

    private static final int FORBIDDEN = 403;

    private final EmrServerlessClient client;

    public EmrRuns() {
        this.client = asking(() -> EmrServerlessClient.builder()
                // Named, because the SDK refuses to choose where an installation has two.
                .httpClientBuilder(ApacheHttpClient.builder())
                .build());
    }

    /** @return the id of the run */
    public String start(JsonNode request) {
        return asking(() -> client.startJobRun(of(request))).jobRunId();
    }

    JobRun look(String application, String run) {
        return asking(() -> client.getJobRun(
                        asked -> asked.applicationId(application).jobRunId(run)))
                .jobRun();
    }

    @Override
    public void close() {
        client.close();
    }

    private static StartJobRunRequest of(JsonNode request) {
        JsonNode submit = request.at("/jobDriver/sparkSubmit");
        JsonNode monitoring = request.at("/configurationOverrides/monitoringConfiguration");
        JsonNode logs = monitoring.path("cloudWatchLoggingConfiguration");
        Map<String, List<String>> logTypes = new TreeMap<>();
        logs.path("logTypes").properties().forEach(type -> logTypes.put(type.getKey(), texts(type.getValue())));
        Map<String, String> tags = new HashMap<>();
        request.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return StartJobRunRequest.builder()
                .tags(tags)
                .applicationId(request.path("applicationId").asText())
                .name(request.path("name").asText())
                .mode(JobRunMode.fromValue(request.path("mode").asText()))
                .executionRoleArn(request.path("executionRoleArn").asText())
                .jobDriver(driver -> driver.sparkSubmit(
                        spark -> spark.entryPoint(submit.path("entryPoint").asText())
                                .entryPointArguments(texts(submit.path("entryPointArguments")))
                                .sparkSubmitParameters(
                                        submit.path("sparkSubmitParameters").asText())))
                .configurationOverrides(overrides -> overrides.monitoringConfiguration(chosen ->
                        chosen.cloudWatchLoggingConfiguration(cloudWatch -> cloudWatch
                                        .enabled(logs.path("enabled").asBoolean())
                                        .logGroupName(logs.path("logGroupName").asText())
                                        .logStreamNamePrefix(
                                                logs.path("logStreamNamePrefix").asText())
                                        .logTypes(logTypes))
                                .managedPersistenceMonitoringConfiguration(managed -> managed.enabled(monitoring
                                        .at("/managedPersistenceMonitoringConfiguration/enabled")
                                        .asBoolean()))))
                .executionTimeoutMinutes(request.path("executionTimeoutMinutes").asLong())
                .retryPolicy(retry ->
                        retry.maxAttempts(request.at("/retryPolicy/maxAttempts").asInt()))
                .build();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkClientException e) {
            throw new UsageException(
                    "Cannot reach EMR Serverless: no region, no credentials or no network. Set AWS_REGION, sign in, and run again.",
                    e);
        } catch (ResourceNotFoundException e) {
            throw new UsageException(
                    "Cannot use the EMR Serverless application: the region has none with this id. Check the region, or run jobs/deploy.",
                    e);
        } catch (ValidationException e) {
            throw new UsageException(
                    "Cannot start the run: EMR Serverless says '%s'."
                            .formatted(e.awsErrorDetails().errorMessage()),
                    e);
        } catch (EmrServerlessException e) {
            if (e.statusCode() == FORBIDDEN) {
                throw new UsageException(
                        "Cannot use EMR Serverless: access is denied. Ask for emr-serverless:StartJobRun, emr-serverless:GetJobRun, emr-serverless:TagResource and iam:PassRole on the job's role.",
                        e);
            }
            throw e;
        }
    }
}
