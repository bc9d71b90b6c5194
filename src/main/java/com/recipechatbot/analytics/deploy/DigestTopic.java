package com.recipechatbot.analytics.deploy;

import com.recipechatbot.analytics.UsageException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/**
 * A topic of SNS whose subscribers get each week as plain text. Endpoint and credentials come from the SDK's default
 * chain.
 */
public final class DigestTopic {

    private DigestTopic() {}

    /**
     * @param arn of the topic
     * @param subject up to 100 characters of ASCII
     * @throws UsageException when the topic or the permission is missing
     */
    public static void send(String arn, String subject, String text) {
        try (SnsClient sns = SnsClient.builder()
                // Named, because the SDK refuses to choose where an installation has two.
                .httpClientBuilder(ApacheHttpClient.builder())
                .build()) {
            sns.publish(message -> message.topicArn(arn).subject(subject).message(text));
        } catch (NotFoundException | InvalidParameterException e) {
            throw cannot(arn, "there is no such topic in this region. Check --digest-topic", e);
        } catch (AuthorizationErrorException e) {
            throw cannot(arn, "access is denied. Ask for sns:Publish on it", e);
        } catch (SdkClientException e) {
            throw cannot(arn, "no region, no credentials or no network. Set AWS_REGION and sign in", e);
        }
    }

    private static UsageException cannot(String arn, String why, Exception cause) {
        return new UsageException(
                "Cannot send the digest to %s: %s, then run the job again. The week is published.".formatted(arn, why),
                cause);
    }
}
