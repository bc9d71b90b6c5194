package com.recipechatbot.analytics.privacy.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.AwsStub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Base64;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Against a server that answers as Secrets Manager does; the SDK finds it by its own settings. */
class KeySecretTest {

    private static final String PLACE = "secretsmanager:chat/keys";

    private final ObjectNode answer = new ObjectMapper().createObjectNode();

    @TempDir
    private Path folder;

    private AwsStub secrets;
    private int status = 200;
    private String target;
    private String asked;

    @BeforeEach
    void start() throws IOException {
        secrets = AwsStub.answering(exchange -> {
            target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            AwsStub.answer(exchange, status, "application/x-amz-json-1.1", answer);
        });
        secrets.inPlaceOf("SecretsManager");
    }

    @AfterEach
    void stop() {
        secrets.close();
    }

    @Test
    void aSecretHoldsTheTextOfAKeyFile() throws IOException {
        answer.put("SecretString", keys());

        KeyRing keys = new KeySource(PLACE, false).read();

        assertThat(target).isEqualTo("secretsmanager.GetSecretValue");
        assertThat(asked).isEqualTo("{\"SecretId\":\"chat/keys\"}");
        assertThat(new Pseudonyms(keys).conversation("c"))
                .isEqualTo(new Pseudonyms(KeyRing.read(folder.resolve("keys"))).conversation("c"));
    }

    @Test
    void aSecretInBytesIsReadAsWell() throws IOException {
        answer.put("SecretBinary", Base64.getEncoder().encodeToString(keys().getBytes(StandardCharsets.UTF_8)));

        assertThat(new KeySource(PLACE, false).read()).hasToString("KeyRing[240 months, 4 purposes]");
    }

    @Test
    void anArnNamesItsRegion() throws IOException {
        secrets.set("aws.region", null);
        answer.put("SecretString", keys());

        new KeySource("secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:chat-AbCdEf", false).read();

        assertThat(asked).contains("arn:aws:secretsmanager:eu-west-1:123456789012:secret:chat-AbCdEf");
    }

    @Test
    void aSecretThatIsNoKeyRingIsRefusedWithoutShowingIt() {
        answer.put("SecretString", "{\"password\":\"hunter2\"}");

        assertRefused(PLACE)
                .hasMessage("Cannot read the keys in secretsmanager:chat/keys: line 1 is not of the form"
                        + " 'name = base64'. Restore the keys from their backup.");
    }

    @Test
    void aMissingSecretIsSaid() {
        refuse("ResourceNotFoundException");

        assertRefused(PLACE)
                .hasMessage("Cannot read the keys in secretsmanager:chat/keys: there is no such secret, or no value in"
                        + " it, in the region us-east-1. Check name and region, or give its ARN.");
    }

    @Test
    void aSecretThatMayNotBeReadIsSaid() {
        refuse("AccessDeniedException");
        String sentence =
                "Cannot read the keys in secretsmanager:chat/keys: this role is not allowed to read it. Allow it"
                        + " secretsmanager:GetSecretValue on the secret, and kms:Decrypt when it has its own KMS key.";
        assertRefused(PLACE).hasMessage(sentence);

        refuse("DecryptionFailure");
        assertRefused(PLACE).hasMessage(sentence);
    }

    @Test
    void aSecretThatIsMarkedForDeletionIsSaid() {
        refuse("InvalidRequestException");

        assertRefused(PLACE)
                .hasMessage("Cannot read the keys in secretsmanager:chat/keys: it is marked for deletion. Restore it"
                        + " with aws secretsmanager restore-secret.");
    }

    @Test
    void whatMayPassIsNoMistakeOfWhoeverRunsIt() {
        refuse("InternalServiceError");
        status = 500;

        assertThatThrownBy(() -> new KeySource(PLACE, false).read()).isInstanceOf(SecretsManagerException.class);
    }

    @Test
    void settingsThatAreMissingAreSaid() {
        secrets.set("aws.region", null);
        assertRefused(PLACE)
                .hasMessage("Cannot read the keys in secretsmanager:chat/keys: no AWS region is set. Set AWS_REGION, or"
                        + " give the secret's ARN.");

        secrets.set("aws.region", "us-east-1");
        secrets.set("aws.accessKeyId", null);
        assertRefused(PLACE)
                .hasMessage("Cannot read the keys in secretsmanager:chat/keys: there are no AWS credentials. Sign in,"
                        + " or run under a role.");

        assertRefused("secretsmanager:")
                .hasMessage("Cannot read the keys in secretsmanager:: the name of the secret is missing."
                        + " Give its name or ARN after the colon.");
    }

    @Test
    void anEndpointThatDoesNotAnswerIsSaid() {
        secrets.fallSilent();

        assertRefused(PLACE)
                .hasMessage("Cannot read the keys in secretsmanager:chat/keys: Secrets Manager is unreachable in the"
                        + " region us-east-1. Check the region, the network and the VPC endpoint, then run again.");
    }

    @Test
    void aSecretIsNotShreddedBecauseItKeepsItsVersions() {
        assertThatThrownBy(() -> KeyRing.shred(PLACE, YearMonth.of(2025, 1)))
                .isInstanceOf(KeyRingException.class)
                .hasMessageStartingWith(
                        "Cannot shred 2025-01 in secretsmanager:chat/keys: a secret keeps its old versions, and the key in them.")
                .hasMessageContaining("jobs/run keys shred --month 2025-01 --keys keys.txt");
    }

    private String keys() throws IOException {
        Path file = folder.resolve("keys");
        KeyRing.create(file);
        return Files.readString(file);
    }

    private void refuse(String type) {
        status = 400;
        answer.put("__type", type).put("message", "as Secrets Manager says it");
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String place) {
        return assertThatThrownBy(() -> new KeySource(place, false).read()).isInstanceOf(KeyRingException.class);
    }
}
