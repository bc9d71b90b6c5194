package com.recipechatbot.analytics.functions;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;

/** Every SQL function with what it takes and returns, for people: made from the one list, so that it cannot contradict it. */
public final class FunctionDictionary {

    private static final String SESSION =
            """
            # SQL functions

            Made by `jobs/run dictionary --functions`; a test fails when it is stale. Every example below is executed by `FunctionsTest`.

            ## Getting them

            A session that starts with our jar on its class path and with these settings has every function under two names:

                spark.sql.extensions     %s
                spark.sql.catalog.chat   %s

            | name | `DESCRIBE FUNCTION EXTENDED` | permanent views |
            |---|---|---|
            | `redact(text)` | shows what is said here | Spark refuses it |
            | `chat.redact(text)` | Spark has none for names of a catalog | yes: readers of the view need the same settings |

            | where | how |
            |---|---|
            | `jobs/run`, `spark-submit` | `--properties-file jobs/spark.properties` has both settings |
            | a notebook of `notebooks/`, on this machine | its first cell brings the jar and both settings |
            | EMR Serverless | every `emr/job-run-*.json` has both, with the jar from the bucket |
            | EMR Studio | `%%%%configure -f` before the first cell, with `spark.jars` (the jar in the bucket and the two of Delta), both settings, `spark.submit.pyFiles` for `connect.py` and `spark.emr-serverless.driverEnv.LAKE` for the lake; charts need `%%matplot plt` there. Not tried in an account |

            To try a rule without Spark: `jobs/run redact`, `extract`, `categorize`, `outcome`.

            ## What there is
            """.formatted(ChatExtensions.class.getName(), ChatFunctionCatalog.class.getName());

    private FunctionDictionary() {}

    /** @return the page as Markdown */
    public static String markdown() {
        StringBuilder page = new StringBuilder(SESSION);
        for (ChatFunction function : ChatFunctions.ALL) {
            String[] usage = function.usage().split(" - ", 2);
            page.append("\n### ").append(function.name()).append("\n\n");
            page.append(usage[1]).append("\n\n");
            page.append("    ").append(signature(function, usage[0])).append("\n");
            page.append("    ").append(function.examples()).append("\n");
        }
        return page.toString();
    }

    private static String signature(ChatFunction function, String call) {
        DataType[] types = function.function().inputTypes();
        String names = call.substring(call.indexOf('(') + 1, call.indexOf(')'));
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            arguments.add(names.split(", ")[i] + " " + types[i].sql());
        }
        return "%s(%s) -> %s"
                .formatted(
                        function.name(),
                        String.join(", ", arguments),
                        function.function().resultType().sql());
    }
}
