package com.recipechatbot.analytics.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The request that starts a job on EMR Serverless, as {@code aws emr-serverless start-job-run --cli-input-json} takes
 * it. {@code emr/job-run-*.json} are printed from it, and the schedules of {@code emr/stack.yaml} hold the same.
 */
public final class JobRunRequest {

    /**
     * EMR Serverless does not know which failures are temporary: a run itself waits and tries again where that helps
     * ({@code --wait-for-input}), and the next night makes up for one that was lost.
     */
    private static final int ATTEMPTS = 1;

    private JobRunRequest() {}

    /** The request with its references to the stack, such as <code>${Bucket}</code>. */
    public static ObjectNode template(JobDefinition job, List<String> arguments) {
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.put("applicationId", "${Application}");
        request.put("name", job.name());
        request.put("mode", "BATCH");
        request.put("executionRoleArn", "${JobRole.Arn}");
        ObjectNode submit = request.putObject("jobDriver").putObject("sparkSubmit");
        submit.put("entryPoint", "s3://${Bucket}/${JarKey}");
        ArrayNode given = submit.putArray("entryPointArguments");
        arguments.forEach(given::add);
        submit.put("sparkSubmitParameters", parameters(job));
        ObjectNode monitoring = request.putObject("configurationOverrides").putObject("monitoringConfiguration");
        ObjectNode logs = monitoring.putObject("cloudWatchLoggingConfiguration");
        logs.put("enabled", true);
        logs.put("logGroupName", "${Logs}");
        logs.put("logStreamNamePrefix", job.name());
        // What a job says, it says on its driver; executors only log what goes wrong, and the driver repeats it.
        logs.putObject("logTypes").putArray("SPARK_DRIVER").add("STDOUT").add("STDERR");
        // Spark's event logs are not redacted: none are kept for the Spark UI.
        monitoring.putObject("managedPersistenceMonitoringConfiguration").put("enabled", false);
        request.put("executionTimeoutMinutes", job.timeoutMinutes());
        request.putObject("retryPolicy").put("maxAttempts", ATTEMPTS);
        request.putObject("tags").put("Stack", "${Stack}");
        return request;
    }

    private static String parameters(JobDefinition job) {
        return "--class " + JobDefinition.MAIN_CLASS
                + job.settings().entrySet().stream()
                        .map(setting -> " --conf " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining())
                + " --conf spark.recipechatbot.stack=${Stack}";
    }
}
