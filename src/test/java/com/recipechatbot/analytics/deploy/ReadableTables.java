package com.recipechatbot.analytics.deploy;

import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which tables the roles of {@code emr/stack.yaml} may read, by the places that their policies name. */
public final class ReadableTables {

    private static final String BUCKET = "arn:${AWS::Partition}:s3:::${BucketName}";

    private ReadableTables() {}

    /** By role of a person; without those that may read none. */
    public static Map<String, Set<MetricTable>> byRole() throws IOException {
        StackTemplate stack = StackTemplate.read(Path.of("emr/stack.yaml"));
        Map<String, Set<MetricTable>> byRole = new TreeMap<>();
        for (String role : stack.resourcesOf("AWS::IAM::Role")) {
            if (role.equals("JobRole")) {
                continue;
            }
            Set<MetricTable> tables = EnumSet.noneOf(MetricTable.class);
            add(stack.properties(role), tables);
            for (Object policy :
                    StackTemplate.list(stack.properties(role).getOrDefault("ManagedPolicyArns", Set.of()))) {
                if (policy instanceof Map) {
                    add(stack.properties(StackTemplate.text(policy).replaceAll("[${}]", "")), tables);
                }
            }
            if (!tables.isEmpty()) {
                byRole.put(role, tables);
            }
        }
        return byRole;
    }

    private static void add(Map<String, Object> properties, Set<MetricTable> tables) {
        StackTemplate.walk(properties, (key, value) -> {
            if (key.equals("Resource")) {
                for (Object resource : StackTemplate.list(value)) {
                    String place = StackTemplate.text(resource);
                    Arrays.stream(MetricTable.values())
                            .filter(table -> holds(
                                    place, BUCKET + "/lake/" + table.contract().location() + "/"))
                            .forEach(tables::add);
                }
            }
        });
    }

    private static boolean holds(String place, String folder) {
        // Rights on "*" are for the lists of Athena's console, which show no rows.
        return place.startsWith(BUCKET)
                && place.endsWith("*")
                && folder.startsWith(place.substring(0, place.length() - 1));
    }
}
