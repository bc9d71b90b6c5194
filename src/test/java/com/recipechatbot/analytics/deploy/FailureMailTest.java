package com.recipechatbot.analytics.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.emrserverless.model.GetJobRunResponse;

/** What people read when a run has failed: the state machine of the stack, computed for a run as EMR Serverless describes it. */
class FailureMailTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path STACK = Path.of("emr/stack.yaml");

    @TempDir
    private Path folder;

    @Test
    void itNamesTheJobTheReasonAndACommandThatRuns() throws IOException {
        JsonNode run = JSON.readTree("""
                {"JobRun": {"ApplicationId": "00app", "JobRunId": "00f1", "Name": "daily-metrics", "State": "FAILED",
                  "StateDetails": "Job failed, please check complete logs. ExitCode: 4.",
                  "JobDriver": {"SparkSubmit": {"EntryPointArguments": ["daily-metrics", "--wait-for-input", "60",
                    "--scheduled-time", "2025-01-16T04:00:00Z"]}}}}""");
        assertThat(ModelWalk.faultsInPascalCase(run, GetJobRunResponse.builder().build()))
                .isEmpty();
        String mail = format(states().at("/Send/Parameters/Message.$").asText(), run);

        assertThat(mail).isEqualTo("""
                        daily-metrics of the stack chat has ended as FAILED.

                        Reason: Job failed, please check complete logs. ExitCode: 4.

                        Run 00f1: the last lines of its log say more (log group /logs, streams daily-metrics/applications/00app/jobs/00f1).
                        To run it again: jobs/run submit --stack chat --job daily-metrics --scheduled-time 2025-01-16T04:00:00Z --wait
                        The exit codes are explained in operations.md.""");
        String command = mail.lines()
                .filter(line -> line.startsWith("To run it again: "))
                .findFirst()
                .orElseThrow()
                .replaceFirst("^To run it again: jobs/run ", "");
        Path outputs = Files.writeString(folder.resolve("outputs.json"), """
                [{"OutputKey": "Application", "OutputValue": "00app"}, {"OutputKey": "Bucket", "OutputValue": "b"},
                 {"OutputKey": "JarKey", "OutputValue": "a.jar"}, {"OutputKey": "JobRoleArn", "OutputValue": "r"},
                 {"OutputKey": "InputPrefix", "OutputValue": "exports"}, {"OutputKey": "Keys", "OutputValue": "k"},
                 {"OutputKey": "Zone", "OutputValue": "UTC"}, {"OutputKey": "Logs", "OutputValue": "/logs"},
                 {"OutputKey": "Stack", "OutputValue": "chat"}]""");
        Ended ended = Commands.run((command.replace(" --wait", "") + " --dry-run --outputs " + outputs).split(" "));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(JSON.readTree(ended.out()).at("/jobDriver/sparkSubmit/entryPointArguments"))
                .extracting(JsonNode::asText)
                .endsWith("--scheduled-time", "2025-01-16T04:00:00Z");
    }

    @Test
    void aRunThatCannotBeFoundIsStillTold() throws IOException {
        JsonNode states = states();
        assertThat(states.at("/FindRun/Catch/0/Next").asText()).isEqualTo("SendRun");

        assertThat(format(
                        states.at("/SendRun/Parameters/Message.$").asText(),
                        JSON.readTree("{\"detail\": {\"jobRunId\": \"00f1\", \"state\": \"FAILED\"}}")))
                .isEqualTo(
                        "Run 00f1 of the stack chat has ended as FAILED. The last lines of its log say why: log group /logs.");
    }

    @Test
    void everyStateLeadsToOneThatIsThere() throws IOException {
        JsonNode states = states();
        List<String> next = new ArrayList<>(states.findValuesAsText("Next"));
        assertThat(next).hasSizeGreaterThan(3).allMatch(states::has);
        states.forEach(
                state -> assertThat(state.has("Next") || state.path("End").asBoolean())
                        .as(state.toString())
                        .isTrue());
        states.findValues("TopicArn")
                .forEach(topic -> assertThat(topic.asText()).isEqualTo("arn:topic"));
    }

    private static JsonNode states() throws IOException {
        String definition = StackTemplate.text(
                        StackTemplate.read(STACK).properties("TellFailure").get("DefinitionString"))
                .replace("${AWS::StackName}", "chat")
                .replace("${AWS::Partition}", "aws")
                .replace("${Alerts}", "arn:topic")
                .replace("${Logs}", "/logs")
                .replace("${Application}", "00app");
        assertThat(definition).doesNotContain("${");
        return JSON.readTree(definition).path("States");
    }

    /** States.Format with paths and the last elements of a list, as the states before have made it. */
    private static String format(String expression, JsonNode input) {
        Matcher whole = Pattern.compile("States\\.Format\\('([^']*)'(.*)\\)", Pattern.DOTALL)
                .matcher(expression);
        assertThat(whole.matches()).as(expression).isTrue();
        String text = whole.group(1);
        Matcher values = Pattern.compile(
                        ", (?:States\\.ArrayGetItem\\(\\$\\.Arguments, States\\.MathAdd\\(\\$\\.Count, (-\\d)\\)\\)|\\$([A-Za-z.]+))")
                .matcher(whole.group(2));
        int read = 0;
        while (values.find()) {
            read += values.group().length();
            String value;
            if (values.group(1) == null) {
                String path =
                        values.group(2).replaceFirst("^\\.Run\\.", ".JobRun.").replace('.', '/');
                assertThat(input.at(path).isMissingNode()).as(path).isFalse();
                value = input.at(path).asText();
            } else {
                JsonNode arguments = input.at("/JobRun/JobDriver/SparkSubmit/EntryPointArguments");
                value = arguments
                        .get(arguments.size() + Integer.parseInt(values.group(1)))
                        .asText();
            }
            text = text.replaceFirst("\\{}", Matcher.quoteReplacement(value));
        }
        assertThat(read)
                .as("all of %s", whole.group(2))
                .isEqualTo(whole.group(2).length());
        assertThat(text).doesNotContain("{}");
        return text;
    }
}
