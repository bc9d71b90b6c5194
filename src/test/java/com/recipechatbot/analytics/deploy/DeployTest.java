package com.recipechatbot.analytics.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code jobs/deploy} refuses before it builds or asks anything, and that its page says what is there. */
class DeployTest {

    private record Ended(int exitCode, String said) {}

    @TempDir
    private Path folder;

    @Test
    void wrongUseIsSaid() throws Exception {
        assertThat(deploy(System.getenv("PATH"), "Colour=red"))
                .isEqualTo(new Ended(2, "Cannot deploy with 'Colour': emr/stack.yaml has no such parameter.\n"));
        assertThat(deploy(System.getenv("PATH"), "now").said())
                .isEqualTo(
                        "Cannot deploy with 'now': give --stack NAME, --dry-run, --dashboard, or Parameter=Value with"
                                + " a parameter of emr/stack.yaml.\n");
    }

    @Test
    void aDashboardHasParametersOfItsOwn() throws Exception {
        assertThat(deploy(System.getenv("PATH"), "--dashboard", "AlertEmail=you@example.com"))
                .isEqualTo(new Ended(
                        2, "Cannot deploy with 'AlertEmail': emr/quicksight/stack.json has no such parameter.\n"));
        assertThat(deploy(System.getenv("PATH"), "--dashboard", "Readers=arn"))
                .isEqualTo(new Ended(
                        2,
                        "Cannot deploy the dashboard: say who owns it, Principal=ARN of a QuickSight user or"
                                + " group.\n"));
    }

    @Test
    void aMissingCommandLineOfAwsIsSaid() throws Exception {
        for (String tool : List.of("bash", "dirname", "sed", "grep")) {
            Path wrapper = Files.writeString(
                    folder.resolve(tool), "#!%s\nexec %s \"$@\"\n".formatted(which("bash"), which(tool)));
            assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        }

        assertThat(deploy(folder.toString(), "AlertEmail=you@example.com"))
                .isEqualTo(new Ended(
                        2,
                        "Cannot deploy: the AWS CLI is not installed. Install it (aws.amazon.com/cli) and sign"
                                + " in, or see what it would do with --dry-run.\n"));
    }

    @Test
    void theScriptAndTheTemplateFitWhatTheCommandLineOfAwsTakes() throws IOException {
        // Larger templates would have to be uploaded first.
        assertThat(Path.of("emr/stack.yaml"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(51_200));
        assertThat(Path.of("jobs/deploy")).isExecutable();
    }

    @Test
    void thePageNamesParametersAndOutputsThatTheStackHas() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/deploy.md"));
        StackTemplate stack = StackTemplate.read(Path.of("emr/stack.yaml"));
        List<String> parameters = new ArrayList<>();
        Pattern.compile("\\b([A-Z][A-Za-z]+)=[^=]")
                .matcher(page)
                .results()
                .forEach(found -> parameters.add(found.group(1)));
        assertThat(parameters).contains("AlertEmail", "SchedulesState", "Principal");
        // Those of the dashboard's template; DashboardTemplateTest holds them.
        parameters.removeAll(List.of("Principal", "Readers"));
        assertThat(stack.section("Parameters").keySet()).containsAll(parameters);
        assertThat(stack.section("Outputs")).containsKeys("Keys", "PublishedReaderRole", "RestrictedReaderRole");
        assertThat(page).contains("`PublishedReaderRole`", "`RestrictedReaderRole`");
    }

    private static Ended deploy(String path, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(which("bash").toString(), "jobs/deploy"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static Path which(String tool) {
        return Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
