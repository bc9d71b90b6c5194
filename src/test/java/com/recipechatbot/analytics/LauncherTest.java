package com.recipechatbot.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.command.RootCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the launchers in {@code jobs} say themselves agrees with the build and the code. */
class LauncherTest {

    private static final Pattern RESOURCE = Pattern.compile("<directory>([^<]+)</directory>");

    @Test
    void everythingThatIsPackagedMakesTheJarStale() throws IOException {
        String launcher = Files.readString(Path.of("jobs/run"));
        String condition = launcher.substring(launcher.indexOf("$(find "), launcher.indexOf("-newer \"$jar\""));
        List<String> watched = Pattern.compile("\\$root\"?/([A-Za-z0-9./*]+)")
                .matcher(condition)
                .results()
                .map(path -> path.group(1))
                .toList();
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher resources = RESOURCE.matcher(pom.substring(pom.indexOf("<resources>"), pom.indexOf("</resources>")));

        Stream.concat(
                        resources.results().map(resource -> resource.group(1)),
                        Stream.of("pom.xml", "src/main/java", "LICENSE"))
                .forEach(source -> assertThat(watched)
                        .as(source)
                        .anyMatch(path -> source.equals(path)
                                || source.startsWith(path + "/")
                                // Only these files of the folder are packaged.
                                || path.equals(source + "/*.conf")));
    }

    @Test
    void theMainClassIsTheOneOfTheLauncher() throws IOException {
        assertThat(Files.readString(Path.of("jobs/run"))).contains("main=" + Main.class.getName() + "\n");
        assertThat(RootCommand.names()).contains("daily-metrics", "show");
    }
}
