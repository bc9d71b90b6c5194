package com.recipechatbot.analytics.deploy;

import com.recipechatbot.analytics.deploy.cost.Figures;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.ResourceUtilization;

/** Follows a run to its end: prints each new state, and at the end why it failed and what it cost. */
public record RunWatch(EmrRuns runs, InstantSource clock, Duration pause, PrintStream out) {

    /** EMR Serverless gives the exit code of the driver only within a sentence. */
    private static final Pattern EXIT_CODE = Pattern.compile("ExitCode: ?(\\d+)");

    /** @return how the job ended: the exit code of its driver, 0 when it succeeded, empty when there is none */
    public OptionalInt follow(String application, String run) throws InterruptedException {
        Instant start = clock.instant();
        String last = "";
        while (true) {
            JobRun seen = runs.look(application, run);
            String state = seen.stateAsString();
            if (!state.equals(last)) {
                out.printf(
                        "[%3d s] %s%n", Duration.between(start, clock.instant()).toSeconds(), state);
                last = state;
            }
            switch (state) {
                case "SUCCESS" -> {
                    tellCost(seen);
                    return OptionalInt.of(0);
                }
                case "FAILED", "CANCELLED" -> {
                    tellCost(seen);
                    return failed(seen);
                }
                default -> Thread.sleep(pause.toMillis());
            }
        }
    }

    private OptionalInt failed(JobRun run) {
        String details = run.stateDetails() == null ? "" : run.stateDetails();
        Matcher code = EXIT_CODE.matcher(details);
        OptionalInt exitCode = code.find() ? OptionalInt.of(Integer.parseInt(code.group(1))) : OptionalInt.empty();
        // It may quote the last lines of the job.
        out.printf(
                "%s with exit code %s: %s%n",
                run.stateAsString(),
                exitCode.isPresent() ? exitCode.getAsInt() : "unknown",
                Redactor.standard().redact(details).text());
        return exitCode;
    }

    private void tellCost(JobRun run) {
        ResourceUtilization billed = run.billedResourceUtilization();
        if (billed == null) {
            out.println("billed: not known yet");
            return;
        }
        Figures prices = Figures.prices();
        double dollars = billed.vcpuHour() * prices.value("emr_vcpu_hour")
                + billed.memoryGBHour() * prices.value("emr_memory_gb_hour")
                + billed.storageGBHour() * prices.value("emr_storage_gb_hour");
        out.printf(
                "billed: %.3f vCPU-hours, %.3f GB-hours of memory, %.3f GB-hours of disk: about $%.4f%n",
                billed.vcpuHour(), billed.memoryGBHour(), billed.storageGBHour(), dollars);
    }
}
