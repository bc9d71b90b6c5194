package com.recipechatbot.analytics.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code jobs/deploy} refuses before it builds or asks anything, and that its page says what is there. */
class DeployTest {

    private record Ended(int exitCode, String said) {}

    @TempDir
    private Path folder;

    private Path root = Path.of("");

    @Test
    void wrongUseIsSaid() throws Exception {
        assertThat(deploy(System.getenv("PATH"), "Colour=red"))
                .isEqualTo(new Ended(2, "Cannot deploy with 'Colour': emr/stack.yaml has no such parameter.\n"));
        assertThat(deploy(System.getenv("PATH"), "now").said())
                .isEqualTo(
                        "Cannot deploy with 'now': give --stack NAME, --dry-run, --review, --tag KEY=VALUE, --roll-back,"
                                + " --dashboard, or Parameter=Value with a parameter of emr/stack.yaml.\n");
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
    void aZoneThatDoesNotExistIsSaid() throws Exception {
        assertThat(deploy(System.getenv("PATH"), "Zone=Europe/Atlantis"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy with Zone=Europe/Atlantis: there is no such zone. Give one like Europe/Berlin or UTC.\n"));
        // Files that are there, and no zones.
        for (String zone : List.of("", "zone.tab", "posix/Europe/Berlin", "../zoneinfo/UTC")) {
            assertThat(deploy(System.getenv("PATH"), "Zone=" + zone).said())
                    .startsWith("Cannot deploy with Zone=" + zone + ": there is no such zone.");
        }
    }

    @Test
    void theBucketGoesWithoutABucketToUploadItsTemplateTo() throws IOException {
        assertThat(Path.of("emr/bucket.yaml"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(51_200));
        assertThat(Path.of("jobs/deploy")).isExecutable();
    }

    @Test
    void aNewStackIsPreparedWithItsBucketAndNames() throws Exception {
        Ended ended = withAws("""
                case "$*" in
                  *describe-stacks*--query*Bucket*) echo second-123456789012-us-east-1 ;;
                  *describe-stacks*--query*Outputs*--output\\ json*) echo '[]' ;;
                  *Next*) echo next ;;
                  *describe-stacks*) echo Stack does not exist >&2; exit 255 ;;
                  *get-caller-identity*) echo 123456789012 ;;
                  *head-bucket* | *describe-secret* | *describe-table*) exit 254 ;;
                esac
                """, "--stack", "second", "--tag", "team=data", "Zone=Europe/Berlin", "RawDataDays=30");

        assertThat(ended.exitCode()).as(ended.said()).isZero();
        List<String> calls = calls();
        assertThat(calls.get(0)).contains("--stack-name second ");
        String bucket = "second-123456789012-us-east-1";
        assertThat(called(calls, "cloudformation deploy"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("--stack-name second-bucket ", "BucketName=" + bucket, "RawDataDays=30")
                                .doesNotContain("Zone="),
                        then -> assertThat(then)
                                .contains(
                                        "--stack-name second ",
                                        "--s3-bucket " + bucket,
                                        "BucketName=" + bucket,
                                        "KeysName=second-keys",
                                        "TableName=recipe-conversations",
                                        "Zone=Europe/Berlin")
                                .doesNotContain("RawDataDays"))
                .allSatisfy(call -> assertThat(call).contains("--tags team=data"));
        assertThat(called(calls, "s3 cp"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call).contains("s3://" + bucket + "/jars/recipe-chatbot-analytics-"));
        assertThat(Path.of("emr/outputs/second.json")).hasContent("[]");
        Files.delete(Path.of("emr/outputs/second.json"));
    }

    @Test
    void whatAnEarlierStackKeptIsAdoptedOnlyWhenAskedFor() throws Exception {
        String aws = """
                case "$*" in
                  *describe-stacks*) echo Stack does not exist >&2; exit 255 ;;
                  *describe-secret*) exit 0 ;;
                  *head-bucket* | *describe-table*) exit 254 ;;
                esac
                """;
        assertThat(withAws(aws, "BucketName=chat-lake"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy: the secret recipe-chatbot-analytics-keys is there already, perhaps kept by an earlier stack. Adopt it with CreateKeys=false, or give another name with KeysName=.\n"));
        assertThat(withAws(aws, "BucketName=chat-lake", "CreateBucket=false").said())
                .isEqualTo(
                        "Cannot deploy: there is no bucket chat-lake to adopt, or you are not allowed to see it. Check BucketName=, or leave out CreateBucket=false.\n");
        assertThat(called(calls(), "cloudformation deploy")).isEmpty();
    }

    @Test
    void anAdoptedTableMustHaveWhatExportsAreMadeFrom() throws Exception {
        String aws = """
                case "$*" in
                  *describe-stacks*) echo Stack does not exist >&2; exit 255 ;;
                  *describe-continuous-backups*--table-name\\ chats*) echo DISABLED ;;
                  *head-bucket* | *describe-secret*) exit 254 ;;
                esac
                """;

        assertThat(withAws(aws, "BucketName=chat-lake", "CreateTable=false", "TableName=chats"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy: the table chats has no point-in-time recovery, without which nothing can be exported. Turn it on: jobs/run create-table --table chats\n"));
        assertThat(called(calls(), "cloudformation deploy")).isEmpty();
    }

    @Test
    void aSettingOfAnAdoptedBucketIsRefused() throws Exception {
        Ended ended = withAws("""
                case "$*" in
                  *describe-stacks*) echo Stack does not exist >&2; exit 255 ;;
                  *describe-secret* | *describe-table*) exit 254 ;;
                esac
                """, "BucketName=chat-lake", "CreateBucket=false", "RawDataDays=30");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.said())
                .endsWith(
                        "Cannot deploy with RawDataDays: it is a setting of the bucket, which jobs/deploy did not create and leaves as it is. Leave it out.\n");
        assertThat(called(calls(), "cloudformation deploy")).isEmpty();
    }

    @Test
    void aRegionWithoutTheReleaseIsSaid() throws Exception {
        Ended ended = withAws("""
                case "$*" in
                  *describe-stack-events*) printf 'Application\tRelease label emr-spark-8.1.0 is not supported\n' ;;
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*Parameters*) ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                  *deploy*--stack-name\\ chat\\ *) exit 255 ;;
                esac
                """, "--stack", "chat");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.said())
                .endsWith(
                        "Application\tRelease label emr-spark-8.1.0 is not supported\n"
                                + "Cannot deploy: EMR Serverless does not have this release in the region us-east-1. Deploy in another region, or give ReleaseLabel= with a release of Spark 4.1 and Delta 4.2 that it has.\n");
    }

    /** Of this deployment, not of one that failed last year. */
    @Test
    void onlyTheReasonsOfThisDeploymentAreAskedFor() throws Exception {
        Ended ended = withAws("""
                case "$*" in
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*Parameters*) ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                  *deploy*) exit 255 ;;
                esac
                """);

        assertThat(ended.said())
                .endsWith(
                        "Cannot deploy: AWS refused it for the reasons above. Fix them and run it again; of a first deployment, only the bucket is left.\n");
        assertThat(called(calls(), "cloudformation describe-stack-events"))
                .singleElement()
                .asString()
                .containsPattern("Timestamp >= '20\\d\\d-\\d\\d-\\d\\dT");
    }

    @Test
    void aReviewExecutesNothing() throws Exception {
        Ended ended = withAws("""
                case "$*" in
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*Parameters*) ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                esac
                """, "--review");

        assertThat(ended.exitCode()).as(ended.said()).isZero();
        // Not the bucket's either.
        assertThat(called(calls(), "cloudformation deploy"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call).contains("--no-execute-changeset"))
                .last()
                .asString()
                .contains("--stack-name recipe-chatbot-analytics ");
        assertThat(ended.said())
                .contains(
                        "next: look at the change sets of recipe-chatbot-analytics and recipe-chatbot-analytics-bucket");
    }

    /** Also what {@code submit} uses: otherwise it would go on starting the newer jar. */
    @Test
    void anEarlierJarIsDeployedWithItsTemplateAndItsOutputs() throws Exception {
        Ended ended = withAws("""
                case "$*" in
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*--output\\ json*) echo '[{"OutputKey": "JarKey"}]' ;;
                  *describe-stacks*Parameters*) ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                esac
                """, "--stack", "rolled-back", "--roll-back", "0123456789abcdef");

        assertThat(ended.exitCode()).as(ended.said()).isZero();
        String jar = "jars/recipe-chatbot-analytics-0123456789abcdef";
        assertThat(called(calls(), "s3 cp")).singleElement().asString().contains("s3://chat-lake/" + jar + ".yaml");
        assertThat(called(calls(), "cloudformation deploy"))
                .singleElement()
                .asString()
                .contains("target/earlier.yaml", "JarKey=" + jar + ".jar");
        assertThat(Path.of("emr/outputs/rolled-back.json")).hasContent("[{\"OutputKey\": \"JarKey\"}]");
        Files.delete(Path.of("emr/outputs/rolled-back.json"));
    }

    @Test
    void jarsAreListedByTheTimeOfTheirDeployment() throws Exception {
        Ended ended = withAws("""
                case "$*" in
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*JarKey*) echo jars/b.jar ;;
                  *describe-stacks*Parameters*) ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                  *list-objects-v2*) echo "2025-01-16 jars/b.jar" ;;
                esac
                """, "--roll-back");

        assertThat(ended).satisfies(each -> assertThat(each.exitCode()).isZero());
        assertThat(ended.said()).contains("2025-01-16 jars/b.jar\n", "now: jars/b.jar");
        assertThat(called(calls(), "s3api list-objects-v2"))
                .singleElement()
                .asString()
                .contains("--prefix jars/", "sort_by(", "&LastModified");
    }

    @Test
    void whatCannotBeRolledBackIsSaid() throws Exception {
        assertThat(withAws("""
                        case "$*" in
                          *describe-stacks*Bucket*) echo chat-lake ;;
                          *describe-stacks*Parameters*) ;;
                          *describe-stacks*) echo UPDATE_COMPLETE ;;
                          *head-object*) exit 254 ;;
                        esac
                        """, "--roll-back", "0123456789abcdef"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy 0123456789abcdef again: s3://chat-lake/jars/ has no such jar. jobs/deploy --stack recipe-chatbot-analytics --roll-back lists them.\n"));
        assertThat(withAws(
                        "case \"$*\" in *describe-stacks*) echo Stack does not exist >&2; exit 255 ;; esac\n",
                        "--roll-back"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy an earlier jar: there is no stack recipe-chatbot-analytics in this region. Give --stack NAME, or set AWS_REGION.\n"));
    }

    @Test
    void aStackOfSomebodyElseIsLeftAlone() throws Exception {
        assertThat(withAws("""
                        case "$*" in
                          *describe-stacks*Bucket*) echo None ;;
                          *describe-stacks*Parameters*) ;;
                          *describe-stacks*) echo UPDATE_COMPLETE ;;
                        esac
                        """, "--stack", "network"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy: the stack network was not deployed by jobs/deploy: it has no output Bucket. Give --stack with another name.\n"));
        assertThat(calls()).noneMatch(call -> call.matches("(s3|cloudformation deploy) .*"));
    }

    /** A first deployment that was only reviewed has a name and nothing else: neither parameters nor outputs. */
    @Test
    void aStackThatWasOnlyReviewedIsReviewedAgainOrLeftAlone() throws Exception {
        String aws = """
                case "$*" in
                  *describe-stacks*chat-bucket*) echo CREATE_COMPLETE ;;
                  *describe-stacks*Outputs*--output\\ json*) echo '[]' ;;
                  *describe-stacks*StackStatus*) echo REVIEW_IN_PROGRESS ;;
                  *describe-stacks*Outputs*) echo None ;;
                  *get-caller-identity*) echo 123456789012 ;;
                  *describe-secret* | *describe-table*) exit 254 ;;
                esac
                """;
        assertThat(withAws(aws, "--stack", "chat"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy: the first change set of chat has not been executed. Execute it in the console, delete the stack there, or repeat all parameters with --review.\n"));
        assertThat(called(calls(), "cloudformation deploy")).isEmpty();

        Ended ended = withAws(aws, "--stack", "chat", "--review");
        assertThat(ended.exitCode()).as(ended.said()).isZero();
        assertThat(called(calls(), "s3 cp"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call).contains("s3://chat-123456789012-us-east-1/jars/"));
    }

    /** Otherwise schedules would follow one zone and the lake another, or a second table would be created. */
    @Test
    void whatTheLakeDependsOnCannotBeChanged() throws Exception {
        String aws = """
                case "$*" in
                  *describe-stacks*Parameters*KeyArn*) echo arn:aws:kms:us-east-1:1:key/a ;;
                  *describe-stacks*Parameters*Zone*) echo UTC ;;
                  *describe-stacks*Parameters*TableName*) echo chats ;;
                  *describe-stacks*--output\\ json*) echo '[]' ;;
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                esac
                """;
        assertThat(withAws(aws, "Zone=Europe/Berlin"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy with Zone=Europe/Berlin: the stack has Zone=UTC, and its tables depend on it. Deploy a second stack with --stack NAME.\n"));
        assertThat(withAws(aws, "TableName=others").said())
                .startsWith("Cannot deploy with TableName=others: the stack has TableName=chats,");
        for (String other : List.of("KeyArn=", "KeyArn=arn:aws:kms:us-east-1:1:key/b")) {
            assertThat(withAws(aws, other))
                    .isEqualTo(new Ended(
                            2,
                            "Cannot deploy with %s: what is in the bucket is encrypted with arn:aws:kms:us-east-1:1:key/a, and no run could read it any more. To change the key's material, rotate it: aws kms enable-key-rotation\n"
                                    .formatted(other)));
        }
        assertThat(called(calls(), "cloudformation deploy")).isEmpty();

        Ended ended =
                withAws(aws, "--stack", "same", "Zone=UTC", "TableName=chats", "KeyArn=arn:aws:kms:us-east-1:1:key/a");
        assertThat(ended.exitCode()).as(ended.said()).isZero();
        Files.delete(Path.of("emr/outputs/same.json"));
    }

    @Test
    void aTemplateThatKnowsNoKeyIsNotRolledBackTo() throws Exception {
        // "aws s3 cp --only-show-errors FROM TO": the template of another time.
        assertThat(withAws("""
                        case "$*" in
                          *describe-stacks*KeyArn*) echo arn:aws:kms:us-east-1:1:key/a ;;
                          *describe-stacks*Bucket*) echo chat-lake ;;
                          *describe-stacks*) echo UPDATE_COMPLETE ;;
                          s3\\ cp*) printf 'Parameters:\\n  Zone:\\nConditions:\\n' >"$5" ;;
                        esac
                        """, "--roll-back", "0123456789abcdef"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy 0123456789abcdef again: its template does not know KeyArn, and no run could read what is encrypted with arn:aws:kms:us-east-1:1:key/a.\n"));
    }

    @Test
    void theKeyOfWhatIsAdoptedMustBeGivenAgain() throws Exception {
        String aws = """
                case "$*" in
                  *describe-stacks*) echo Stack does not exist >&2; exit 255 ;;
                  *get-bucket-encryption*) echo arn:aws:kms:us-east-1:1:key/a ;;
                  *describe-secret*KmsKeyId*) echo arn:aws:kms:us-east-1:1:key/b ;;
                  *describe-key*) echo CUSTOMER ;;
                  *describe-table*) exit 254 ;;
                esac
                """;
        List<String> adopting = List.of("BucketName=chat-lake", "CreateBucket=false", "CreateKeys=false");
        assertThat(withAws(aws, adopting.toArray(String[]::new)))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy: the bucket chat-lake is encrypted with arn:aws:kms:us-east-1:1:key/a, which runs could not use. Add KeyArn=arn:aws:kms:us-east-1:1:key/a.\n"));
        List<String> withKey = new ArrayList<>(adopting);
        withKey.add("KeyArn=arn:aws:kms:us-east-1:1:key/a");
        assertThat(withAws(aws, withKey.toArray(String[]::new)).said())
                .startsWith(
                        "Cannot deploy: the secret recipe-chatbot-analytics-keys is encrypted with arn:aws:kms:us-east-1:1:key/b,");
        assertThat(withAws(aws.replace("CUSTOMER", "AWS"), withKey.toArray(String[]::new)))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy: the bucket chat-lake is not encrypted with arn:aws:kms:us-east-1:1:key/a, and CreateBucket=false leaves it as it is. Set the key first: aws s3api put-bucket-encryption\n"));
        assertThat(called(calls(), "cloudformation deploy")).isEmpty();
    }

    /** An update that EMR Serverless refuses would roll the whole stack back. */
    @Test
    void theApplicationIsChangedOnlyWhileItIsStopped() throws Exception {
        String aws = """
                case "$*" in
                  *get-application*) echo STARTED ;;
                  *describe-stacks*Parameters*) ;;
                  *describe-stacks*--output\\ json*) echo '[]' ;;
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                esac
                """;
        String refused =
                "Cannot deploy: EMR Serverless changes tags, release, network and limits of an application only while it is stopped. Wait until a few minutes after the last run, or pause with jobs/deploy SchedulesState=DISABLED, and run it again.\n";
        for (List<String> change : List.of(
                List.of("--tag", "team=data"),
                List.of("ReleaseLabel=emr-spark-8.2.0"),
                List.of("MaximumCpu=40 vCPU"))) {
            assertThat(withAws(aws, change.toArray(String[]::new))).isEqualTo(new Ended(2, refused));
        }
        assertThat(called(calls(), "cloudformation deploy")).isEmpty();

        assertThat(withAws(aws.replace("STARTED", "STOPPED"), "--stack", "stopped", "MaximumCpu=40 vCPU")
                        .exitCode())
                .isZero();
        Files.delete(Path.of("emr/outputs/stopped.json"));
        // A new version may change it as well, and only CloudFormation knows.
        assertThat(withAws("""
                        case "$*" in
                          *describe-stack-events*) printf 'Application\tApplication 00a must be in one of these states: [CREATED, STOPPED]\n' ;;
                          *deploy*) exit 255 ;;
                        """ + aws.substring(aws.indexOf('\n') + 1)).said()).endsWith(refused);
    }

    /** An error is no sign that there is no stack: a deployment would go on as if it was the first one. */
    @Test
    void aStackThatCannotBeSeenIsNotNew() throws Exception {
        assertThat(withAws("echo 'AccessDenied: not authorized' >&2; exit 254\n"))
                .isEqualTo(
                        new Ended(
                                2,
                                "AccessDenied: not authorized\nCannot deploy: AWS does not say whether there is a stack recipe-chatbot-analytics. Fix the reason above, and run it again.\n"));
    }

    @Test
    void aChangeOfTheTemplateAloneHasANameOfItsOwn() throws Exception {
        root = folder.resolve("checkout");
        Files.createDirectories(root.resolve("jobs"));
        Files.createDirectories(root.resolve("emr"));
        for (String file : List.of("jobs/deploy", "emr/stack.yaml", "emr/bucket.yaml")) {
            Files.copy(Path.of(file), root.resolve(file));
        }
        String aws = """
                case "$*" in
                  *describe-stacks*Parameters*) echo jars/before.jar ;;
                  *describe-stacks*--output\\ json*) echo '[]' ;;
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                esac
                """;
        Ended ended = withAws(aws);
        assertThat(ended.said()).contains("replaces jars/before.jar by jars/recipe-chatbot-analytics-");
        List<String> before = called(calls(), "s3 cp");

        Files.writeString(root.resolve("emr/stack.yaml"), Files.readString(Path.of("emr/stack.yaml")) + "# changed\n");
        withAws(aws);

        assertThat(called(calls(), "s3 cp")).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void subnetsNeedTheirSecurityGroups() throws Exception {
        assertThat(withAws(
                        "case \"$*\" in *describe-stacks*) echo Stack does not exist >&2; exit 255 ;; esac\n",
                        "SubnetIds=subnet-1"))
                .isEqualTo(new Ended(2, "Cannot deploy with SubnetIds alone: add SecurityGroupIds=.\n"));
    }

    @Test
    void whatIsLeftOfABucketThatFailedIsRemoved() throws Exception {
        withAws("""
                case "$*" in
                  *describe-stacks*chat-bucket*) echo ROLLBACK_COMPLETE ;;
                  *describe-stacks*Outputs*--output\\ json*) echo '[]' ;;
                  *describe-stacks*) echo Stack does not exist >&2; exit 255 ;;
                  *head-bucket* | *describe-secret* | *describe-table*) exit 254 ;;
                esac
                """, "--stack", "chat");

        assertThat(called(calls(), "cloudformation delete-stack"))
                .singleElement()
                .asString()
                .contains("--stack-name chat-bucket");
        Files.delete(Path.of("emr/outputs/chat.json"));
    }

    @Test
    void tagsAreThoseOfTheStackUntilOthersAreGivenAndRunsHaveThemToo() throws Exception {
        String aws = """
                case "$*" in
                  *get-application*) echo STOPPED ;;
                  *describe-stacks*Tags*) printf 'team=data\tcost centre=4 2\n' ;;
                  *describe-stacks*--output\\ json*) echo '[]' ;;
                  *describe-stacks*Bucket*) echo chat-lake ;;
                  *describe-stacks*Parameters*) ;;
                  *describe-stacks*) echo UPDATE_COMPLETE ;;
                esac
                """;
        withAws(aws, "--stack", "chat");
        assertThat(called(calls(), "cloudformation deploy"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call).contains("--tags team=data cost centre=4 2"))
                .noneMatch(call -> call.contains("RunTags"));

        withAws(aws, "--stack", "chat", "--tag", "team=food", "--tag", "cost centre=4 2");
        assertThat(called(calls(), "cloudformation deploy"))
                .last()
                .asString()
                .contains("--tags team=food cost centre=4 2")
                .contains("RunTags=, \"team\": \"food\", \"cost centre\": \"4 2\"");
        assertThat(deploy(System.getenv("PATH"), "--tag", "team").said())
                .isEqualTo("Cannot deploy with --tag 'team': give KEY=VALUE, without quotes and backslashes.\n");
        assertThat(deploy(System.getenv("PATH"), "--tag", "Stack=x").said())
                .isEqualTo(
                        "Cannot deploy with --tag Stack: runs have this tag already, with the name of the stack. Give another key.\n");
        Files.delete(Path.of("emr/outputs/chat.json"));
    }

    @Test
    void namesThatTheBucketAndTheDatabaseCannotHaveAreRefused() throws Exception {
        assertThat(deploy(System.getenv("PATH"), "--stack", "Chat_1"))
                .isEqualTo(
                        new Ended(
                                2,
                                "Cannot deploy as 'Chat_1': give a name of at most 35 lower-case letters, digits and hyphens that begins with a letter.\n"));
    }

    /** A role that the account requires a boundary for would otherwise not be created. */
    @Test
    void aDashboardTakesBoundaryPathTagsAndLakeFormationFromItsStack() throws Exception {
        // With the real one, the test would build the jar.
        root = folder.resolve("checkout");
        Files.createDirectories(root.resolve("jobs"));
        Files.createDirectories(root.resolve("emr/quicksight"));
        for (String file : List.of("jobs/deploy", "emr/stack.yaml", "emr/bucket.yaml", "emr/quicksight/stack.json")) {
            Files.copy(Path.of(file), root.resolve(file));
        }
        Path run = Files.writeString(root.resolve("jobs/run"), "#!%s\necho '{}'\n".formatted(which("bash")));
        assertThat(run.toFile().setExecutable(true)).isTrue();
        Ended ended = withAws("""
                case "$*" in
                  *Parameters*RolePath*) echo /data/ ;;
                  *Parameters*PermissionsBoundary*) echo arn:boundary ;;
                  *Parameters*LakeFormation*) echo true ;;
                  *recipe-chatbot-analytics-dashboard*Tags*) ;;
                  *Tags*) echo team=data ;;
                  *recipe-chatbot-analytics-dashboard*StackStatus*) echo ROLLBACK_COMPLETE ;;
                  *describe-stacks*) echo x ;;
                esac
                """, "--dashboard", "Principal=arn:owner", "RolePath=/other/");

        assertThat(ended.exitCode()).as(ended.said()).isZero();
        assertThat(called(calls(), "cloudformation deploy"))
                .singleElement()
                .asString()
                .contains(
                        "PermissionsBoundary=arn:boundary",
                        "LakeFormation=true",
                        "RolePath=/other/",
                        "--tags team=data")
                .doesNotContain("/data/");
        // What is left of one that failed, because Athena knew no tables, would refuse every update.
        assertThat(called(calls(), "cloudformation delete-stack"))
                .singleElement()
                .asString()
                .contains("--stack-name recipe-chatbot-analytics-dashboard");
    }

    @Test
    void thePageNamesParametersAndOutputsThatTheStackHas() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/deploy.md"));
        StackTemplate stack = StackTemplate.read(Path.of("emr/stack.yaml"));
        List<String> parameters = new ArrayList<>();
        Pattern.compile("\\b([A-Z][a-z][A-Za-z]+)=[^=]")
                .matcher(page)
                .results()
                .forEach(found -> parameters.add(found.group(1)));
        assertThat(parameters).contains("AlertEmail", "SchedulesState", "Principal");
        // Those of the dashboard's template; DashboardTemplateTest holds them.
        parameters.removeAll(List.of("Principal", "Readers"));
        Set<String> known = new TreeSet<>(stack.section("Parameters").keySet());
        known.addAll(StackTemplate.read(Path.of("emr/bucket.yaml"))
                .section("Parameters")
                .keySet());
        known.add("CreateBucket");
        assertThat(known).containsAll(parameters);
        assertThat(stack.section("Outputs")).containsKeys("Keys", "PublishedReaderRole", "RestrictedReaderRole");
        assertThat(page).contains("`PublishedReaderRole`", "`RestrictedReaderRole`");
    }

    /** Runs it with a command line of AWS that writes down its calls, and answers as a script says. */
    private Ended withAws(String script, String... arguments) throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Files.deleteIfExists(folder.resolve("calls"));
        Path aws = Files.writeString(
                tools.resolve("aws"),
                "#!%s\necho \"$*\" >>%s\n%s".formatted(which("bash"), folder.resolve("calls"), script));
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        return deploy(tools + ":" + System.getenv("PATH"), arguments);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private static List<String> called(List<String> calls, String command) {
        return calls.stream().filter(call -> call.startsWith(command)).toList();
    }

    private Ended deploy(String path, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(which("bash").toString(), root.resolve("jobs/deploy").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("JAR", "emr/stack.yaml");
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
