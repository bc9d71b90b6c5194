package com.recipechatbot.analytics.deploy;

import static com.recipechatbot.analytics.deploy.StackTemplate.list;
import static com.recipechatbot.analytics.deploy.StackTemplate.map;
import static com.recipechatbot.analytics.deploy.StackTemplate.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.Main;
import com.recipechatbot.analytics.serving.quicksight.DataSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.error.YAMLException;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** What is wrong with {@code emr/stack.yaml} is found here, not by a deployment or in the first night. */
class EmrStackTest {

    private static final Path FILE = Path.of("emr/stack.yaml");
    private static final Path BUCKET = Path.of("emr/bucket.yaml");
    private static final Set<String> PSEUDO =
            Set.of("AWS::Partition", "AWS::Region", "AWS::AccountId", "AWS::StackName", "AWS::NoValue");
    /** The attributes of GetAtt that the stack may use. */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "AWS::SQS::Queue", Set.of("Arn", "QueueName"),
            "AWS::Events::Rule", Set.of("Arn"),
            "AWS::IAM::Role", Set.of("Arn"),
            "AWS::Logs::LogGroup", Set.of("Arn"),
            "AWS::EMRServerless::Application", Set.of("Arn", "ApplicationId"));
    /**
     * What a run asks of AWS: PackagedJarIT records it, with the places; and what EMR Serverless needs to write logs, by
     * its documentation.
     */
    private static final Set<String> ASKED_BY_RUNS = Set.of(
            "s3:ListBucket",
            "s3:GetObject",
            "s3:PutObject",
            "s3:PutObjectAcl",
            "s3:DeleteObject",
            "s3:AbortMultipartUpload",
            "secretsmanager:GetSecretValue",
            "sns:Publish",
            "dynamodb:DescribeTable",
            "dynamodb:DescribeContinuousBackups",
            "dynamodb:ExportTableToPointInTime",
            "dynamodb:DescribeExport",
            // With a customer key.
            "kms:Decrypt",
            "kms:GenerateDataKey",
            "logs:DescribeLogGroups",
            "logs:DescribeLogStreams",
            "logs:CreateLogStream",
            "logs:PutLogEvents");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackTemplate stack;

    EmrStackTest() throws IOException {
        stack = StackTemplate.read(FILE);
    }

    @Test
    void everyReferenceIsResolved() {
        for (String name : stack.references()) {
            String[] part = name.split("\\.", 2);
            if (part.length == 2) {
                String type = stack.resource(part[0]).get("Type").toString();
                assertThat(ATTRIBUTES.getOrDefault(type, Set.of())).as(name).contains(part[1]);
            } else if (!PSEUDO.contains(name)) {
                assertThat(Stream.of("Parameters", "Resources", "Conditions")
                                .anyMatch(section -> stack.section(section).containsKey(name)))
                        .as(name)
                        .isTrue();
            }
        }
        assertThat(stack.references()).containsAll(stack.section("Parameters").keySet());
    }

    @Test
    void aliasesAreRefusedAsCloudFormationDoes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("stack.yaml"), "A: &a {B: C}\nD: *a\n");

        assertThatThrownBy(() -> StackTemplate.read(file)).isInstanceOf(YAMLException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "daily-metrics, daily",
        "weekly-metrics, weekly",
        "monthly-metrics, monthly",
        "expire, expire",
        "export, export"
    })
    void aScheduleStartsWhatTheFileOfTheJobSays(String name, String file) throws IOException {
        JobDefinition job = JobDefinition.named(name);
        ObjectNode request = JobRunRequest.template(job, job.arguments());
        assertThat(JSON.readTree(Files.readString(Path.of("emr/job-run-" + file + ".json"))))
                .as("emr/job-run-%s.json is stale: run jobs/regenerate", file)
                .isEqualTo(request);
        assertThat(ModelWalk.faults(request, StartJobRunRequest.builder().build()))
                .isEmpty();

        Map<String, Object> schedule =
                stack.properties(Character.toUpperCase(file.charAt(0)) + file.substring(1) + "Schedule");
        assertThat(schedule.get("ScheduleExpression"))
                .isEqualTo("cron(%s)".formatted(job.cron().orElseThrow()));
        Map<String, Object> target = map(schedule.get("Target"));
        assertThat(text(target.get("Arn")))
                .isEqualTo("arn:${AWS::Partition}:scheduler:::aws-sdk:emrserverless:startJobRun");
        ObjectNode input = (ObjectNode) JSON.readTree(input(target));
        assertThat(ModelWalk.faultsInPascalCase(
                        input, StartJobRunRequest.builder().build()))
                .isEmpty();
        // It is that of an attempt: if an answer is lost, the next attempt starts a second run, which finds the work
        // done.
        assertThat(input.remove("ClientToken").asText()).isEqualTo("<aws.scheduler.execution-id>");
        assertThat(input).isEqualTo(pascalCase(request));
        // What cannot be started is tried again, kept with its reason, and alarms.
        assertThat(map(target.get("RetryPolicy"))).containsKeys("MaximumEventAgeInSeconds", "MaximumRetryAttempts");
        assertThat(text(map(target.get("DeadLetterConfig")).get("Arn"))).isEqualTo("${MissedStarts.Arn}");
        assertThat(schedule.get("GroupName")).isEqualTo(Map.of("Ref", "ScheduleGroup"));
    }

    /** The request of a schedule: what a job asks of Spark is in a mapping, because four jobs ask for the same. */
    private String input(Map<String, Object> target) {
        Object sub = map(target.get("Input")).get("Fn::Sub");
        return text(target.get("Input"))
                .replace("${Spark}", stack.mapped(StackTemplate.variables(sub).get("Spark")))
                .replace("${RunTags}", "");
    }

    /** Where an account refuses what has no tags, a run without them would not start. */
    @Test
    void runsHaveTheTagsOfTheStackToo() throws IOException {
        String tags = ", \"team\": \"data\", \"cost centre\": \"4 2\"";
        assertThat(map(stack.section("Parameters").get("RunTags")))
                .containsEntry("Default", "")
                .hasEntrySatisfying(
                        "AllowedPattern",
                        pattern -> assertThat(tags)
                                .matches(pattern.toString())
                                .satisfies(each -> assertThat("").matches(pattern.toString()))
                                .satisfies(each -> assertThat(each + "}").doesNotMatch(pattern.toString())));
        for (String schedule : stack.resourcesOf("AWS::Scheduler::Schedule")) {
            JsonNode input = JSON.readTree(
                    text(map(stack.properties(schedule).get("Target")).get("Input"))
                            .replace("${RunTags}", tags));
            assertThat(input.path("Tags"))
                    .hasToString("{\"Stack\":\"${Stack}\",\"team\":\"data\",\"cost centre\":\"4 2\"}");
        }
        assertThat(text(map(stack.section("Outputs").get("RunTags")).get("Value"))
                        .replace("${RunTags}", tags))
                .isEqualTo("{\"Stack\": \"${AWS::StackName}\"" + tags + "}");
    }

    @Test
    void theTimeoutsOfANightFitIntoTheQueue() {
        int night = Stream.of("export", "daily-metrics", "weekly-metrics", "monthly-metrics")
                .mapToInt(name -> JobDefinition.named(name).timeoutMinutes())
                .sum();
        Map<String, Object> queue = map(stack.properties("Application").get("SchedulerConfiguration"));
        assertThat(Integer.parseInt(queue.get("QueueTimeoutMinutes").toString()))
                .isBetween(night, 720);
        for (String name : JobDefinition.NAMES) {
            JobDefinition job = JobDefinition.named(name);
            for (String wait : List.of("--wait", "--wait-for-input")) {
                int at = job.arguments().indexOf(wait);
                if (at >= 0) {
                    // An export also waits up to ten minutes until DynamoDB can export the time.
                    assertThat(Integer.parseInt(job.arguments().get(at + 1)) + 10)
                            .as(name)
                            .isLessThan(job.timeoutMinutes());
                }
            }
        }
    }

    /** The page promises how long a day of each size takes; waiting for the input comes first. */
    @Test
    void theDaysOfTheSizingTableFitIntoTheTimeoutOfTheDailyJob() throws IOException {
        Map<String, Integer> minutes = Map.of("half an hour", 30, "two hours", 120);
        List<String> rows = Files.readAllLines(Path.of("src/site/markdown/deploy.md")).stream()
                .filter(line -> line.matches("\\| [\\d,]+ (GB|TB) .*"))
                .toList();
        JobDefinition daily = JobDefinition.named("daily-metrics");
        int wait = Integer.parseInt(daily.arguments().get(daily.arguments().indexOf("--wait-for-input") + 1));
        assertThat(rows).hasSize(3);
        assertThat(rows.subList(1, 3))
                .allSatisfy(row -> assertThat(minutes.keySet())
                        .filteredOn(row::contains)
                        .singleElement()
                        .satisfies(promised ->
                                assertThat(minutes.get(promised) + wait).isLessThan(daily.timeoutMinutes())));
    }

    /** A schedule whose local time is skipped in spring does not run that night. */
    @Test
    void noScheduleIsAtATimeThatAZoneSkips() {
        List<LocalTime> times = Stream.concat(
                        stack.resourcesOf("AWS::Scheduler::Schedule").stream()
                                .map(stack::properties)
                                .map(schedule -> CronExpression.time(
                                        schedule.get("ScheduleExpression").toString())),
                        Stream.of(DataSets.REFRESHED_AT))
                .toList();
        assertThat(times).hasSize(6);
        for (String zone : ZoneId.getAvailableZoneIds()) {
            ZoneRules rules = ZoneId.of(zone).getRules();
            for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2040; day = day.plusDays(1)) {
                for (LocalTime time : times) {
                    if (rules.getValidOffsets(day.atTime(time)).isEmpty()) {
                        assertThat(time).as("%s on %s", zone, day).isNull();
                    }
                }
            }
        }
        assertThat(ZoneId.of("Europe/Berlin").getRules().getValidOffsets(LocalDateTime.of(2025, 3, 30, 2, 0)))
                .as("what is looked for")
                .isEmpty();
    }

    @Test
    void weeksFollowDaysMonthsFollowWeeksAndTheDashboardFollowsAll() {
        List<LocalTime> order = Stream.of("export", "daily-metrics", "weekly-metrics", "monthly-metrics", "expire")
                .map(name ->
                        CronExpression.time(JobDefinition.named(name).cron().orElseThrow()))
                .toList();
        assertThat(order).isSorted().doesNotHaveDuplicates();
        assertThat(DataSets.REFRESHED_AT).isAfter(order.get(order.size() - 1));
    }

    @Test
    void theRequestsNameTheMainClass() {
        assertThat(JobDefinition.MAIN_CLASS).isEqualTo(Main.class.getName());
    }

    /** The class is one of EMR's image: a run elsewhere must not be told of it. */
    @Test
    void aRunThatIsGivenACatalogRegistersItsTablesInGlue() throws IOException {
        String factory = "spark.hadoop.hive.metastore.client.factory.class";
        String glue = "com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory";
        assertThat(Files.readString(Path.of("jobs/spark.properties"))).doesNotContain(factory);
        for (String name : JobDefinition.NAMES) {
            JobDefinition job = JobDefinition.named(name);
            assertThat(JobRunRequest.template(job, job.arguments())
                            .at("/jobDriver/sparkSubmit/sparkSubmitParameters")
                            .asText()
                            .split(" "))
                    .as(name)
                    .contains(factory + "=" + glue);
            // The role of the jobs has no right in Glue.
            assertThat(job.arguments()).as(name).doesNotContain("--catalog");
        }
    }

    @Test
    void aWrongNameInARequestIsFound() throws IOException {
        ObjectNode request = (ObjectNode) JSON.readTree(Files.readString(Path.of("emr/job-run-daily.json")));
        request.withObject("/jobDriver/sparkSubmit").put("entrypoint", "s3://x").put("entryPointArguments", "x");

        assertThat(ModelWalk.faults(request, StartJobRunRequest.builder().build()))
                .containsExactlyInAnyOrder(
                        "/jobDriver/sparkSubmit/entryPointArguments is no list",
                        "/jobDriver/sparkSubmit/entrypoint is unknown");
        assertThat(ModelWalk.faultsInPascalCase(
                        request, StartJobRunRequest.builder().build()))
                .contains("/applicationId is unknown");
    }

    @Test
    void everyScheduleIsACronThatEventBridgeTakes() {
        List<String> schedules = stack.resourcesOf("AWS::Scheduler::Schedule");
        assertThat(schedules).hasSize(5).allSatisfy(name -> {
            Map<String, Object> schedule = stack.properties(name);
            assertThat(CronExpression.fault(schedule.get("ScheduleExpression").toString()))
                    .isEmpty();
            assertThat(text(schedule.get("State"))).isEqualTo("${SchedulesState}");
            assertThat(text(schedule.get("ScheduleExpressionTimezone"))).isEqualTo("${Zone}");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(0 2 * * * *)",
                "cron(0 2 ? * ? *)",
                "cron(60 2 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 2 * * ?)",
                "cron(0 2 ? * MONDAY *)",
                "0 2 * * ? *",
                "rate(1 day)"
            })
    void aCronThatEventBridgeRefusesIsFound(String expression) {
        assertThat(CronExpression.fault(expression)).isNotEmpty();
    }

    @Test
    void everyArnHasTheFormOfItsService() {
        Pattern arn = Pattern.compile("arn:\\$\\{AWS::Partition}:"
                + "(iam::\\$\\{AWS::AccountId}:root"
                + "|scheduler:::aws-sdk:emrserverless:startJobRun"
                + "|s3:::\\$\\{BucketName}(/[a-z-]+(/[a-z]+(/user_activity)?)?/\\*)?"
                + "|(dynamodb|logs|athena|glue|emr-serverless|secretsmanager):\\$\\{AWS::Region}:\\$\\{AWS::AccountId}:"
                + "(table/\\$\\{TableName}(/export/\\*)?|database/default|log-group:\\*|secret:\\$\\{KeysName}-[?]{6}|datacatalog/AwsDataCatalog|workgroup/\\$\\{[A-Za-z]+}|catalog"
                + "|database/\\$\\{[A-Za-z]*Database}|table/\\$\\{[A-Za-z]*Database}/\\*|/applications/\\*))");
        List<String> arns = new ArrayList<>();
        StackTemplate.walk(stack.root(), (key, value) -> {
            if (value instanceof String text && text.startsWith("arn:")) {
                arns.add(text);
            }
            if (value instanceof List<?> texts) {
                texts.stream()
                        .map(Object::toString)
                        .filter(text -> text.startsWith("arn:"))
                        .forEach(arns::add);
            }
        });
        assertThat(arns)
                .hasSizeGreaterThan(10)
                .allMatch(text -> arn.matcher(text).matches());
    }

    /** The parts of an upload that broke off would be billed for ever. */
    @Test
    void whoeverUploadsMayGiveUp() {
        for (String role : stack.resourcesOf("AWS::IAM::Role")) {
            assertThat(statements(stack.properties(role))
                            .map(statement -> list(statement.get("Action")))
                            .filter(actions -> actions.contains("s3:PutObject")))
                    .as(role)
                    .allSatisfy(actions -> assertThat(actions).contains("s3:AbortMultipartUpload"));
        }
    }

    @Test
    void runsMayDoWhatTheyAskForAndNoMore() {
        assertThat(actions(stack.properties("JobRole"))).isEqualTo(ASKED_BY_RUNS);
        assertThat(actions(stack.properties("ScheduleRole")))
                .isEqualTo(Set.of(
                        "emr-serverless:StartJobRun", "emr-serverless:TagResource", "sqs:SendMessage", "iam:PassRole"));
    }

    @Test
    void noRoleMayDoEverything() {
        for (String role : stack.resourcesOf("AWS::IAM::Role")) {
            assertThat(actions(stack.properties(role))).as(role).noneMatch(action -> action.contains("*"));
            resources(stack.properties(role))
                    .forEach(resource -> assertThat(resource).isNotEqualTo("*"));
        }
    }

    @Test
    void readersOfPublishedTablesFindNothingRestricted() {
        assertThat(resources(stack.properties("PublishedTables")))
                .filteredOn(resource -> resource.startsWith("arn:${AWS::Partition}:s3:::${BucketName}/"))
                .containsExactlyInAnyOrder(
                        "arn:${AWS::Partition}:s3:::${BucketName}/lake/published/*",
                        "arn:${AWS::Partition}:s3:::${BucketName}/lake/aggregated/*",
                        "arn:${AWS::Partition}:s3:::${BucketName}/athena-results/published/*");
        assertThat(resources(stack.properties("PublishedReader"))).isEmpty();
        assertThat(resources(stack.properties("RestrictedReader")))
                .contains(
                        "arn:${AWS::Partition}:s3:::${BucketName}/lake/restricted/*",
                        "arn:${AWS::Partition}:s3:::${BucketName}/athena-results/restricted/*");
        // Made only when asked for, and without conversations, dishes or pseudonyms of weeks.
        assertThat(stack.resource("RetentionReader")).containsEntry("Condition", "HasRetentionStudies");
        assertThat(map(stack.section("Parameters").get("RetentionStudies"))).containsEntry("Default", "false");
        assertThat(resources(stack.properties("RetentionReader")))
                .filteredOn(resource -> resource.startsWith("arn:${AWS::Partition}:s3:::${BucketName}/"))
                .containsExactlyInAnyOrder(
                        "arn:${AWS::Partition}:s3:::${BucketName}/lake/linked/user_activity/*",
                        "arn:${AWS::Partition}:s3:::${BucketName}/athena-results/linked/*");
    }

    @Test
    void theBucketIsClosedAndDeletesNothingOfTheLake() throws IOException {
        StackTemplate template = StackTemplate.read(BUCKET);
        Map<String, Object> bucket = template.properties("Bucket");
        assertThat(map(bucket.get("PublicAccessBlockConfiguration")).values())
                .hasSize(4)
                .allMatch("true"::equals);
        assertThat(bucket).containsKey("BucketEncryption").doesNotContainKey("VersioningConfiguration");
        for (Object rule : list(map(bucket.get("LifecycleConfiguration")).get("Rules"))) {
            if (map(rule).containsKey("ExpirationInDays")) {
                assertThat(map(rule).get("Prefix")).isIn("conversations/", "exports/", "athena-results/");
            }
        }
        Map<String, Object> tlsOnly =
                map(list(map(template.properties("BucketPolicy").get("PolicyDocument"))
                                .get("Statement"))
                        .get(0));
        assertThat(tlsOnly.get("Effect")).isEqualTo("Deny");
        assertThat(tlsOnly.get("Condition")).isEqualTo(Map.of("Bool", Map.of("aws:SecureTransport", "false")));
    }

    /** What a stack leaves, the next one adopts; a deployment that fails leaves nothing. */
    @Test
    void dataIsKeptExceptByADeploymentThatFails() throws IOException {
        List<Map<String, Object>> kept = Stream.concat(
                        Stream.of("Bucket", "BucketPolicy").map(StackTemplate.read(BUCKET)::resource),
                        Stream.of("Keys", "Table").map(stack::resource))
                .toList();
        assertThat(kept)
                .allSatisfy(resource -> assertThat(resource)
                        .containsEntry("DeletionPolicy", "RetainExceptOnCreate")
                        .containsEntry("UpdateReplacePolicy", "Retain"));
        assertThat(stack.resource("Keys")).containsEntry("Condition", "CreatesKeys");
        assertThat(stack.resource("Table")).containsEntry("Condition", "CreatesTable");
    }

    @Test
    void everyRoleTakesTheBoundaryAndThePathOfTheAccount() {
        assertThat(stack.resourcesOf("AWS::IAM::Role"))
                .hasSizeGreaterThan(4)
                .allSatisfy(role -> assertThat(stack.properties(role))
                        .containsEntry("Path", Map.of("Ref", "RolePath"))
                        .containsEntry(
                                "PermissionsBoundary",
                                Map.of(
                                        "Fn::If",
                                        List.of(
                                                "HasBoundary",
                                                Map.of("Ref", "PermissionsBoundary"),
                                                Map.of("Ref", "AWS::NoValue")))));
    }

    @Test
    void whatIsOptionalIsOffByDefault() {
        for (String parameter :
                List.of("KeyArn", "PermissionsBoundary", "SubnetIds", "SecurityGroupIds", "AlertEmail")) {
            assertThat(map(stack.section("Parameters").get(parameter)))
                    .as(parameter)
                    .containsEntry("Default", "");
        }
        for (String parameter : List.of("DateIndex", "LakeFormation")) {
            assertThat(map(stack.section("Parameters").get(parameter)))
                    .as(parameter)
                    .containsEntry("Default", "false");
        }
    }

    @Test
    void anExportIsOnlyScheduledWhenExportsAreRead() {
        assertThat(stack.resource("ExportSchedule")).containsEntry("Condition", "ReadsExports");
        assertThat(stack.section("Conditions").get("ReadsExports"))
                .isEqualTo(Map.of("Fn::Equals", List.of(Map.of("Ref", "InputPrefix"), "exports")));
    }

    /** Analysts find tables and saved queries in the console, each role in its own workgroup and database. */
    @Test
    void readersMayUseTheConsoleOfAthena() {
        Set<String> published = actions(stack.properties("PublishedTables"));
        assertThat(published)
                .contains(
                        "athena:ListWorkGroups",
                        "athena:ListDataCatalogs",
                        "athena:ListDatabases",
                        "athena:ListTableMetadata",
                        "athena:GetTableMetadata",
                        "s3:ListMultipartUploadParts",
                        "s3:ListBucketMultipartUploads");
        assertThat(actions(stack.properties("RestrictedReader")))
                .contains("athena:ListNamedQueries", "athena:BatchGetNamedQuery", "glue:GetTables");
        assertThat(resources(stack.properties("RestrictedReader")))
                .anyMatch(resource -> resource.endsWith("table/${RestrictedDatabase}/*"))
                .noneMatch(resource -> resource.contains("${Database}"));
    }

    /** As Athena's documentation asks of everybody, whatever the database of the query. */
    @Test
    void readersMayLookForTheDefaultDatabase() {
        assertThat(statements(stack.properties("PublishedTables")))
                .filteredOn(statement -> text(statement.get("Resource")).endsWith(":database/default"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.get("Action")).isEqualTo("glue:GetDatabase"));
    }

    /** Every role that a policy lets read is granted the same databases, and nobody else is granted anything. */
    @Test
    void lakeFormationGrantsEachReaderItsDatabases() {
        Map<String, Set<String>> granted = new TreeMap<>();
        for (String name : stack.resourcesOf("AWS::LakeFormation::PrincipalPermissions")) {
            Map<String, Object> grant = stack.properties(name);
            String role = text(map(grant.get("Principal")).get("DataLakePrincipalIdentifier"))
                    .replaceAll("^\\$\\{|\\.Arn}$", "");
            boolean isOptional = stack.resource(role).containsKey("Condition");
            assertThat(stack.resource(name))
                    .as(name)
                    .containsEntry(
                            "Condition", isOptional ? "GrantsRetentionInLakeFormation" : "GrantsInLakeFormation");
            Map<String, Object> of = map(grant.get("Resource"));
            granted.computeIfAbsent(role, key -> new TreeSet<>())
                    .add(
                            of.containsKey("Database")
                                    ? "database " + text(map(of.get("Database")).get("Name"))
                                    : "tables " + text(map(of.get("Table")).get("DatabaseName")));
        }
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (String role : List.of("PublishedReader", "RestrictedReader", "RetentionReader")) {
            Stream.concat(
                            resources(stack.properties("PublishedTables")).stream(),
                            resources(stack.properties(role)).stream())
                    .filter(resource -> resource.contains(":database/${"))
                    .map(resource -> resource.replaceFirst(".*:database/", ""))
                    .forEach(database -> allowed.computeIfAbsent(role, key -> new TreeSet<>())
                            .addAll(List.of("database " + database, "tables " + database)));
        }
        assertThat(granted).isEqualTo(allowed);
        assertThat(actions(stack.properties("PublishedTables"))).contains("lakeformation:GetDataAccess");
    }

    /** Mail goes out through the state machine; alarms are all that publishes directly. */
    @Test
    void onlyAlarmsPublishToTheTopicThemselves() {
        assertThat(list(map(stack.properties("AlertsPolicy").get("PolicyDocument"))
                        .get("Statement")))
                .singleElement()
                .satisfies(statement -> assertThat(map(map(statement).get("Principal")))
                        .containsEntry("Service", "cloudwatch.amazonaws.com"));
        for (String rule : stack.resourcesOf("AWS::Events::Rule")) {
            assertThat(list(stack.properties(rule).get("Targets")))
                    .allSatisfy(
                            target -> assertThat(text(map(target).get("Arn"))).isEqualTo("${TellFailure}"))
                    // What cannot be delivered is kept, and alarms.
                    .allSatisfy(target -> assertThat(text(
                                    map(map(target).get("DeadLetterConfig")).get("Arn")))
                            .isEqualTo("${MissedStarts.Arn}"));
        }
    }

    /** What is printed after a deployment is typed as it is, also for a second stack. */
    @Test
    void theNextStepsNameTheStackAndBeginWithTheExport() {
        String next = text(map(stack.section("Outputs").get("Next")).get("Value"));
        Pattern.compile("jobs/run (submit|athena)( [^,.]*)")
                .matcher(next)
                .results()
                .forEach(command -> assertThat(command.group(2)).contains("--stack ${AWS::StackName}"));
        assertThat(next)
                .containsSubsequence("keys create", "--job export", "daily-metrics", "--register")
                // The only instant that can be typed on any day.
                .contains("--scheduled-time $(date -u +%FT%TZ) ");
    }

    /** Whatever may hold text of users or of what they cook. */
    @Test
    void aKeyOfYourOwnEncryptsEverything() throws IOException {
        assertThat(encryptedWithKey(stack))
                .containsExactlyInAnyOrder(
                        "Table",
                        "Keys",
                        "Logs",
                        "Alerts",
                        "Digest",
                        "WorkGroup",
                        "RestrictedWorkGroup",
                        "LinkedWorkGroup");
        assertThat(encryptedWithKey(StackTemplate.read(BUCKET))).containsExactly("Bucket");
    }

    @Test
    void workersRunInYourNetworkWhereOneIsGiven() {
        assertThat(stack.properties("Application").get("NetworkConfiguration").toString())
                .contains("HasSubnets", "SubnetIds", "SecurityGroupIds");
    }

    @Test
    void theApplicationHoldsOneRunOfTheSizeThatTheJobsAskFor() {
        Map<String, Object> application = stack.properties("Application");
        assertThat(application).containsEntry("Architecture", "ARM64").containsEntry("Type", "SPARK");
        assertThat(map(application.get("SchedulerConfiguration"))).containsEntry("MaxConcurrentRuns", "1");
        assertThat(map(application.get("AutoStopConfiguration"))).containsEntry("Enabled", "true");

        Map<String, String> settings = JobDefinition.settingsOfEmr();
        int executors = Integer.parseInt(settings.get("spark.dynamicAllocation.maxExecutors"));
        assertThat(defaultNumber("MaximumCpu"))
                .isGreaterThanOrEqualTo(Integer.parseInt(settings.get("spark.driver.cores"))
                        + executors * Integer.parseInt(settings.get("spark.executor.cores")));
        assertThat(defaultNumber("MaximumMemory"))
                .isGreaterThanOrEqualTo(workerGb(settings.get("spark.driver.memory"))
                        + executors * workerGb(settings.get("spark.executor.memory")));
        assertThat(settings)
                .containsEntry("spark.executor.instances", settings.get("spark.dynamicAllocation.initialExecutors"));
        assertThat(defaultNumber("MaximumDisk")).isGreaterThanOrEqualTo(20 * (1 + executors));
        assertThat(map(stack.section("Parameters").get("ReleaseLabel"))).containsEntry("Default", "emr-spark-8.1.0");
    }

    @Test
    void theTableIsTheOneOfTheDocumentWithAShardedDateIndexWhereItIsAskedFor() {
        Map<String, Object> table = stack.properties("Table");
        assertThat(table.get("KeySchema"))
                .isEqualTo(List.of(
                        Map.of("AttributeName", "conversation_id", "KeyType", "HASH"),
                        Map.of("AttributeName", "timestamp", "KeyType", "RANGE")));
        assertThat(table.get("TimeToLiveSpecification")).isEqualTo(Map.of("AttributeName", "ttl", "Enabled", "true"));
        assertThat(table.get("StreamSpecification")).isEqualTo(Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"));
        assertThat(table.get("PointInTimeRecoverySpecification"))
                .isEqualTo(Map.of("PointInTimeRecoveryEnabled", "true"));
        List<Object> index = list(map(table.get("GlobalSecondaryIndexes")).get("Fn::If"));
        assertThat(index.get(0)).isEqualTo("HasDateIndex");
        assertThat(map(list(index.get(1)).get(0))).containsEntry("IndexName", "date-index");
    }

    /** What an If leaves out of a list leaves an empty list, which services refuse where they do not expect one. */
    @Test
    void noListIsLeftEmptyByItsConditions() {
        List<String> empty = new ArrayList<>();
        StackTemplate.walk(stack.root(), (key, value) -> {
            if (value instanceof List<?> each
                    && !each.isEmpty()
                    && each.stream().map(StackTemplate::otherwise).allMatch(Map.of("Ref", "AWS::NoValue")::equals)) {
                empty.add(key);
            }
        });
        assertThat(empty).isEmpty();
    }

    /** Silence is bad news, and so is a last complete day that stays behind. */
    @Test
    void theAlarmRingsWhenNoRunTellsOfANewCompleteDay() {
        Map<String, Object> alarm = stack.properties("StaleTables");
        assertThat(alarm)
                .containsEntry("TreatMissingData", "breaching")
                .containsEntry("ComparisonOperator", "GreaterThanThreshold")
                .containsEntry(
                        "Threshold",
                        Map.of(
                                "Fn::If",
                                List.of("HasDaysOfUtc", "2", Map.of("Fn::If", List.of("ReadsExports", "2", "3")))));
        int hours = Integer.parseInt(alarm.get("Period").toString())
                * Integer.parseInt(alarm.get("EvaluationPeriods").toString())
                / 3600;
        // Longer than from one run of the schedule to the next, and no longer than CloudWatch looks back.
        assertThat(hours).isBetween(25, 7 * 24);
        assertThat(alarm.get("DatapointsToAlarm")).isEqualTo(alarm.get("EvaluationPeriods"));
    }

    @Test
    void everyAlarmLooksAtTheMetricsOfItsStack() {
        for (String name : stack.resourcesOf("AWS::CloudWatch::Alarm")) {
            Map<String, Object> alarm = stack.properties(name);
            assertThat(alarm.get("AlarmActions")).as(name).isEqualTo(List.of(Map.of("Ref", "Alerts")));
            if (alarm.get("Namespace").equals("RecipeChatbotAnalytics")) {
                assertThat(list(alarm.get("Dimensions")))
                        .as(name)
                        .containsExactly(
                                Map.of("Name", "Stack", "Value", Map.of("Ref", "AWS::StackName")),
                                Map.of("Name", "Job", "Value", "daily-metrics"));
            }
        }
        assertThat(stack.resourcesOf("AWS::CloudWatch::Alarm"))
                .contains("StaleTables", "MissingDays", "OverdueExpiry", "UnstartedRuns", "UnsentMails");
    }

    @Test
    void theOutputsHoldWhatSubmitAndAthenaAskFor() {
        Set<String> asked = new TreeSet<>();
        for (String name : JobDefinition.NAMES) {
            JobDefinition job = JobDefinition.named(name);
            asked.addAll(StackTemplate.referencesIn(
                    JobRunRequest.template(job, job.arguments()).toString()));
        }
        assertThat(asked).contains("Application", "JobRole.Arn", "Bucket");
        assertThat(stack.section("Outputs").keySet())
                .containsAll(asked.stream().map(name -> name.replace(".", "")).toList())
                .contains("Lake", "Database", "WorkGroup"); // for athena --register
    }

    @Test
    void cfnLintFindsNothingIfItIsInstalled() throws Exception {
        ProcessBuilder lint =
                new ProcessBuilder("cfn-lint", FILE.toString(), BUCKET.toString()).redirectErrorStream(true);
        Process process;
        try {
            process = lint.start();
        } catch (IOException e) {
            System.out.println("cfn-lint is not installed here: emr/stack.yaml is checked without it");
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** The resources one of whose properties names the key, whatever that property is called. */
    private static List<String> encryptedWithKey(StackTemplate template) {
        Pattern property =
                Pattern.compile("(?i)(KmsKeyId|KmsMasterKeyId|KmsKey)=(\\{Fn::If=\\[HasKey, )?\\{Ref=KeyArn}");
        return template.section("Resources").entrySet().stream()
                .filter(resource ->
                        property.matcher(resource.getValue().toString()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private int defaultNumber(String parameter) {
        return Integer.parseInt(map(stack.section("Parameters").get(parameter))
                .get("Default")
                .toString()
                .split(" ")[0]);
    }

    /** Memory of a worker with Spark's overhead, as EMR Serverless rounds it. */
    private static int workerGb(String memory) {
        int megabytes = 1024 * Integer.parseInt(memory.replace("g", ""));
        return (int) Math.ceil((megabytes + Math.max(384, megabytes / 10)) / 1024.0);
    }

    private static Set<String> actions(Object properties) {
        Set<String> actions = new TreeSet<>();
        statements(properties)
                .forEach(statement -> list(statement.get("Action")).forEach(a -> actions.add(a.toString())));
        return actions;
    }

    private static List<String> resources(Object properties) {
        return statements(properties)
                .flatMap(statement -> list(statement.get("Resource")).stream())
                .map(StackTemplate::text)
                .toList();
    }

    /** Statements of policies, without those of trust: they name no resource. */
    private static Stream<Map<String, Object>> statements(Object properties) {
        List<Map<String, Object>> statements = new ArrayList<>();
        StackTemplate.walk(properties, (key, value) -> {
            if (key.equals("Statement")) {
                list(value).stream()
                        .map(StackTemplate::chosen)
                        .map(StackTemplate::map)
                        .filter(statement -> statement.containsKey("Resource"))
                        .forEach(statements::add);
            }
        });
        return statements.stream();
    }

    /** As the scheduler spells it; keys of maps stay as they are. */
    private static JsonNode pascalCase(JsonNode json) {
        if (json.isArray()) {
            return json;
        }
        if (!json.isObject()) {
            return json;
        }
        ObjectNode spelled = JSON.createObjectNode();
        json.properties().forEach(entry -> {
            String name = entry.getKey();
            spelled.set(
                    Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    Set.of("logTypes", "tags").contains(name) ? entry.getValue() : pascalCase(entry.getValue()));
        });
        return spelled;
    }
}
