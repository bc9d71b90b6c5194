package com.recipechatbot.analytics.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.emrserverless.model.GetJobRunResponse;

/** What people read when a run has failed: the state machine of the stack, run for a run as EMR Serverless describes it. */
class FailureMailTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path STACK = Path.of("emr/stack.yaml");
    private static final String SHORT_MAIL =
            "Run 00f1 of the stack chat has ended as FAILED. The last lines of its log say why: log group /logs.";

    @TempDir
    private Path folder;

    @Test
    void itNamesTheJobTheRunTheReasonAndACommandThatRuns() throws IOException {
        ObjectNode found = found(
                "daily-metrics",
                "Job failed, please check complete logs. ExitCode: 4. Last few exceptions:",
                "daily-metrics --wait-for-input 60 --scheduled-time 2025-01-16T04:00:00Z");
        assertThat(ModelWalk.faultsInPascalCase(
                        found, GetJobRunResponse.builder().build()))
                .isEmpty();

        JsonNode mail = mail(found);

        assertThat(mail.path("TopicArn").asText()).isEqualTo("arn:topic");
        assertThat(mail.path("Subject").asText()).isEqualTo("daily-metrics FAILED: chat");
        assertThat(mail.path("Message").asText()).isEqualTo("""
                        daily-metrics of the stack chat has ended as FAILED.

                        Run: 00f1
                        Reason: Job failed, please check complete logs. ExitCode: 4. Last few exceptions:

                        The input is damaged, or a check failed; published tables are as before. The last lines of the log name the file or the check. Fix it, then run:
                        jobs/run submit --stack chat --job daily-metrics --scheduled-time 2025-01-16T04:00:00Z --timeout-minutes 240 --wait

                        The log:
                        aws logs tail /logs --since 2d --log-stream-name-prefix daily-metrics/applications/00app/jobs/00f1

                        operations.md explains the exit codes.""");
        assertThat(argumentsOfCommand(mail)).endsWith("--scheduled-time", "2025-01-16T04:00:00Z");
    }

    /** However the run was started: a backfill has two days, and one of them alone would be refused. */
    @ParameterizedTest
    @CsvSource({
        "export, --scheduled-time 2025-01-16T04:00:00Z",
        "daily-metrics, --day 2025-01-15",
        "weekly-metrics, --week 2025-W03",
        "monthly-metrics, --month 2025-01",
        "expire, --as-of 2025-01-15",
        "backfill, --from 2025-01-06 --to 2025-01-12"
    })
    void itsCommandAsksForWhatTheRunWasAskedFor(String job, String times) throws IOException {
        Path outputs = outputs();
        Ended asked =
                Commands.run(("submit --job " + job + " " + times + " --dry-run --outputs " + outputs).split(" "));
        JsonNode submitted = JSON.readTree(asked.out()).at("/jobDriver/sparkSubmit/entryPointArguments");
        List<String> given = new ArrayList<>();
        submitted.forEach(argument -> given.add(argument.asText()));

        assertThat(argumentsOfCommand(mail(found(job, "ExitCode: 1", String.join(" ", given)))))
                .isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({
        "ExitCode: 1., Nothing was partially published. To run it again:",
        "ExitCode: 255. Last few exceptions:, Nothing was partially published. To run it again:",
        "ExitCode: 2., 'An argument, a key or a setting is wrong; the last lines of the log name it. Fix it, then run:'",
        "ExitCode: 3., 'The input is not there yet. Look at the last export; when it is there, run:'",
        "ExitCode: 5., 'Another run holds the lake. When it has ended, run:'",
        "Job timed out, 'Somebody cancelled it, or its time was up; nothing was partially published. If its time was up, give it more minutes:'"
    })
    void itSaysWhatToDoFirst(String details, String advice) throws IOException {
        assertThat(mail(found("expire", details, "expire --as-of 2025-01-15"))
                        .path("Message")
                        .asText())
                .contains("\n\n" + advice + "\njobs/run submit ");
    }

    @Test
    void aRunThatCannotBeFoundIsStillTold() throws IOException {
        assertThat(mail(null).path("Message").asText()).isEqualTo(SHORT_MAIL);
    }

    /** A path that leads nowhere would end the execution, and nobody would be told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Name",
                "/StateDetails",
                "/ExecutionTimeoutMinutes",
                "/JobDriver/SparkSubmit/EntryPointArguments",
                "/JobDriver/SparkSubmit"
            })
    void aRunThatSomebodyStartedInAnotherWayIsStillTold(String missing) throws IOException {
        ObjectNode found = found("expire", "ExitCode: 1", "expire --as-of 2025-01-15");
        int name = missing.lastIndexOf('/');
        ((ObjectNode) found.at("/JobRun" + missing.substring(0, name))).remove(missing.substring(name + 1));

        assertThat(mail(found).path("Message").asText()).isEqualTo(SHORT_MAIL);
    }

    @Test
    void aBackfillWithOneArgumentIsStillTold() throws IOException {
        assertThat(mail(found("backfill", "", "backfill --help"))
                        .path("Message")
                        .asText())
                .contains("--job backfill backfill --help --timeout-minutes 240 --wait");
        assertThat(mail(found("backfill", "", "backfill")).path("Message").asText())
                .isEqualTo(SHORT_MAIL);
    }

    /** SNS takes subjects of up to 100 characters. */
    @Test
    void aSubjectThatIsRefusedIsLeftOut() throws IOException {
        List<JsonNode> sent = new ArrayList<>();
        run(found("expire", "ExitCode: 1", "expire --as-of 2025-01-15"), mail -> {
            sent.add(mail);
            return !mail.has("Subject");
        });

        assertThat(sent).hasSize(2);
        assertThat(sent.get(1).path("Message").asText()).isEqualTo(SHORT_MAIL);
    }

    /** Otherwise a service that is busy for a second would cost the mail. */
    @Test
    void everyCallIsTriedAgain() throws IOException {
        assertThat(definition().path("States"))
                .filteredOn(state -> state.path("Type").asText().equals("Task"))
                .hasSize(3)
                .allSatisfy(call ->
                        assertThat(call.at("/Retry/0/MaxAttempts").asInt()).isEqualTo(3));
    }

    @Test
    void everyStateIsReachedAndLeadsToOneThatIsThere() throws IOException {
        JsonNode states = definition().path("States");
        List<String> next = new ArrayList<>(states.findValuesAsText("Next"));
        next.addAll(states.findValuesAsText("Default"));
        next.add(definition().path("StartAt").asText());
        List<String> names = new ArrayList<>();
        states.fieldNames().forEachRemaining(names::add);
        assertThat(next).containsAll(names).allMatch(states::has);
    }

    private List<String> argumentsOfCommand(JsonNode mail) throws IOException {
        String command = mail.path("Message")
                .asText()
                .lines()
                .filter(line -> line.startsWith("jobs/run "))
                .findFirst()
                .orElseThrow()
                .replaceFirst("^jobs/run ", "");
        Ended ended = Commands.run((command.replace(" --wait", "") + " --dry-run --outputs " + outputs()).split(" "));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        List<String> arguments = new ArrayList<>();
        JSON.readTree(ended.out())
                .at("/jobDriver/sparkSubmit/entryPointArguments")
                .forEach(argument -> arguments.add(argument.asText()));
        return arguments;
    }

    private Path outputs() throws IOException {
        ArrayList<String> outputs = new ArrayList<>();
        Map.of(
                        "Application", "00app",
                        "Bucket", "b",
                        "JarKey", "a.jar",
                        "JobRoleArn", "r",
                        "InputPrefix", "exports",
                        "Keys", "k",
                        "Zone", "UTC",
                        "Logs", "/logs",
                        "Stack", "chat",
                        "TableName", "chats")
                .forEach((key, value) ->
                        outputs.add("{\"OutputKey\": \"%s\", \"OutputValue\": \"%s\"}".formatted(key, value)));
        for (String unused : List.of("Key", "DigestTopic")) {
            outputs.add("{\"OutputKey\": \"%s\", \"OutputValue\": \"none\"}".formatted(unused));
        }
        return Files.writeString(folder.resolve("outputs.json"), outputs.toString());
    }

    private static ObjectNode found(String job, String details, String arguments) {
        ObjectNode found = JSON.createObjectNode();
        ObjectNode run = found.putObject("JobRun")
                .put("ApplicationId", "00app")
                .put("JobRunId", "00f1")
                .put("Name", job)
                .put("State", details.startsWith("Job timed out") ? "CANCELLED" : "FAILED")
                .put("ExecutionTimeoutMinutes", 240)
                .put("StateDetails", details);
        var list = run.putObject("JobDriver").putObject("SparkSubmit").putArray("EntryPointArguments");
        List.of(arguments.split(" ")).forEach(list::add);
        return found;
    }

    /** @param found what EMR Serverless answers, or null when it refuses */
    private static JsonNode mail(JsonNode found) throws IOException {
        List<JsonNode> sent = new ArrayList<>();
        run(found, sent::add);
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    private static void run(JsonNode found, java.util.function.Predicate<JsonNode> mailbox) throws IOException {
        new StateMachine(definition(), (resource, parameters) -> switch (resource) {
                    case "arn:aws:states:::aws-sdk:emrserverless:getJobRun" -> {
                        assertThat(parameters).hasToString("{\"ApplicationId\":\"00app\",\"JobRunId\":\"00f1\"}");
                        yield found;
                    }
                    case "arn:aws:states:::sns:publish" -> mailbox.test(parameters) ? JSON.createObjectNode() : null;
                    default -> throw new IllegalArgumentException(resource);
                })
                .run(JSON.readTree(
                        "{\"detail\": {\"applicationId\": \"00app\", \"jobRunId\": \"00f1\", \"state\": \"FAILED\"}}"));
    }

    private static JsonNode definition() throws IOException {
        String definition = StackTemplate.text(
                        StackTemplate.read(STACK).properties("TellFailure").get("DefinitionString"))
                .replace("${AWS::StackName}", "chat")
                .replace("${AWS::Partition}", "aws")
                .replace("${Alerts}", "arn:topic")
                .replace("${Logs}", "/logs")
                .replace("${Application}", "00app");
        assertThat(definition).doesNotContain("${");
        return JSON.readTree(definition);
    }
}
