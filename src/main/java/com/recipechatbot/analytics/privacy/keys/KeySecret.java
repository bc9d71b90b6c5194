package com.recipechatbot.analytics.privacy.keys;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DecryptionFailureException;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * The key ring as a secret of AWS Secrets Manager: the text of a key file. Region and credentials come from the
 * default settings of the SDK.
 */
final class KeySecret {

    static final String PREFIX = "secretsmanager:";

    private static final int PLACE_OF_THE_REGION = 3;

    private final String place;
    private final String name;

    KeySecret(String place) {
        this.place = place;
        this.name = place.substring(PREFIX.length()).strip();
    }

    /** The text of the secret. */
    String content() {
        if (name.isEmpty()) {
            throw cannotRead("the name of the secret is missing", "Give its name or ARN after the colon");
        }
        Region region = region();
        AwsCredentials credentials = settled(
                () -> DefaultCredentialsProvider.builder().build().resolveCredentials(),
                "there are no AWS credentials",
                "Sign in, or run under a role");
        try (SecretsManagerClient secrets = SecretsManagerClient.builder()
                // Explicit, because the SDK refuses to choose when two HTTP clients are installed.
                .httpClientBuilder(ApacheHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .region(region)
                .build()) {
            return text(secrets.getSecretValue(request -> request.secretId(name)));
        } catch (SecretsManagerException e) {
            throw refusal(e, region);
        } catch (SdkClientException e) {
            throw cannotRead(
                    "Secrets Manager is unreachable in the region " + region,
                    "Check the region, the network and the VPC endpoint, then run again",
                    e);
        }
    }

    /** A secret keeps its old versions, so removing a key from it would not shred that key. */
    KeyRingException cannotShred(YearMonth month) {
        return new KeyRingException("""
                Cannot shred %s in %s: a secret keeps its old versions, and the key in them. Shred it in a file, and replace this secret with a new one:
                  umask 077; aws secretsmanager get-secret-value --secret-id '%s' --query SecretString --output text > keys.txt
                  jobs/run keys shred --month %s --keys keys.txt
                  aws secretsmanager delete-secret --secret-id '%s' --force-delete-without-recovery
                  aws secretsmanager create-secret --name '%s' --secret-string file://keys.txt && shred -u keys.txt
                Replicas and backups of the secret also hold the key.""".formatted(month, place, name, month, name, name));
    }

    private static String text(GetSecretValueResponse secret) {
        return secret.secretString() != null
                ? secret.secretString()
                : new String(secret.secretBinary().asByteArrayUnsafe(), StandardCharsets.UTF_8);
    }

    /** An ARN names its region; a plain name is in the region of the environment. */
    private Region region() {
        String[] arn = name.split(":");
        return name.startsWith("arn:") && arn.length > PLACE_OF_THE_REGION
                ? Region.of(arn[PLACE_OF_THE_REGION])
                : settled(
                        () -> DefaultAwsRegionProviderChain.builder().build().getRegion(),
                        "no AWS region is set",
                        "Set AWS_REGION, or give the secret's ARN");
    }

    private <T> T settled(Supplier<T> setting, String cause, String whatToDo) {
        try {
            return setting.get();
        } catch (SdkClientException e) {
            throw cannotRead(cause, whatToDo, e);
        }
    }

    private RuntimeException refusal(SecretsManagerException failure, Region region) {
        String code = failure.awsErrorDetails() == null
                ? ""
                : failure.awsErrorDetails().errorCode();
        if (failure instanceof ResourceNotFoundException) {
            return cannotRead(
                    "there is no such secret, or no value in it, in the region " + region,
                    "Check name and region, or give its ARN",
                    failure);
        } else if (failure instanceof InvalidRequestException) {
            return cannotRead(
                    "it is marked for deletion", "Restore it with aws secretsmanager restore-secret", failure);
        } else if (failure instanceof DecryptionFailureException || code.startsWith("AccessDenied")) {
            return cannotRead(
                    "this role is not allowed to read it",
                    "Allow it secretsmanager:GetSecretValue on the secret, and kms:Decrypt when it has its own KMS key",
                    failure);
        }
        // The cause is neither the secret nor the settings: a later run may succeed.
        return failure;
    }

    private KeyRingException cannotRead(String cause, String whatToDo) {
        return cannotRead(cause, whatToDo, null);
    }

    private KeyRingException cannotRead(String cause, String whatToDo, Throwable failure) {
        return new KeyRingException("Cannot read the keys in %s: %s. %s.".formatted(place, cause, whatToDo), failure);
    }
}
