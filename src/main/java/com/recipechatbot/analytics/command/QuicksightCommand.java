package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.serving.quicksight.DashboardTemplate;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code quicksight}: the CloudFormation template of the dashboard, for {@code jobs/deploy} and to look at. */
@Command(
        name = "quicksight",
        description = "Prints the CloudFormation template of the QuickSight dashboard, made from emr/quicksight.",
        footer = {"", "Example: jobs/run quicksight > target/quicksight.json"})
final class QuicksightCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(DashboardTemplate.print());
        out.flush();
        return 0;
    }
}
