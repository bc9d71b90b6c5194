package com.recipechatbot.analytics.benchmark;

import java.lang.management.ManagementFactory;
import java.util.List;

/** The module flags that Spark needs, as {@code jobs/benchmark} gave them to this process. */
final class ModuleFlags {

    private ModuleFlags() {}

    static List<String> ofThisProcess() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("-Djdk.") || flag.startsWith("-Dio."))
                .toList();
    }
}
