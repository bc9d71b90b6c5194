package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.deploy.StackOutputs;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which deployed stack a tool works with. */
public final class StackOption {

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            defaultValue = "recipe-chatbot-analytics",
            description = "The stack, as deployed by jobs/deploy --stack NAME. Default: ${DEFAULT-VALUE}.")
    private String stack;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "The outputs of the stack. Default: emr/outputs/NAME.json.")
    private Path outputs;

    public StackOutputs outputs() {
        return StackOutputs.read(outputs == null ? Path.of("emr", "outputs", stack + ".json") : outputs);
    }
}
