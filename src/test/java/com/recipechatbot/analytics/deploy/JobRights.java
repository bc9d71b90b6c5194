package com.recipechatbot.analytics.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code emr/stack.yaml} lets a run do, in the words of {@link RecordingS3}: an action and what it is on. */
public final class JobRights {

    private JobRights() {}

    /**
     * Without the logs, which EMR Serverless writes, a customer key, which services use in our name, and the topic of the
     * digest, which only some stacks have.
     */
    public static Set<String> inStack(String table, String keys) throws IOException {
        Set<String> rights = new TreeSet<>();
        StackTemplate.walk(StackTemplate.read(Path.of("emr/stack.yaml")).properties("JobRole"), (key, value) -> {
            if (key.equals("Statement")) {
                for (Object statement : StackTemplate.list(value)) {
                    rights.addAll(of(StackTemplate.map(StackTemplate.chosen(statement)), table, keys));
                }
            }
        });
        rights.removeIf(right -> right.matches("(logs|sts|kms|sns):.*"));
        return rights;
    }

    private static List<String> of(Map<String, Object> statement, String table, String keys) {
        List<String> rights = new ArrayList<>();
        for (Object action : StackTemplate.list(statement.get("Action"))) {
            for (Object resource : StackTemplate.list(statement.getOrDefault("Resource", ""))) {
                String name = StackTemplate.text(resource)
                        .replaceFirst("^arn:\\$\\{AWS::Partition}:s3:::\\$\\{BucketName}/?", "")
                        .replace("${TableName}", table)
                        .replaceFirst("^arn:.*:secret:\\$\\{KeysName}-[?]{6}$", keys)
                        .replaceFirst("^arn:\\$\\{AWS::Partition}:dynamodb:[^/]*:", "")
                        .replace("/*", "");
                rights.add((action + " " + name).strip());
            }
        }
        return rights;
    }
}
