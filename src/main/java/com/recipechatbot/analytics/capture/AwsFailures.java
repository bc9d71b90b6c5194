package com.recipechatbot.analytics.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Explains in one sentence what AWS refuses, and passes on failures that a retry may fix. */
final class AwsFailures {

    private static final Set<String> OF_THE_ROLE = Set.of(
            "AccessDeniedException",
            "AccessDenied",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "ExpiredTokenException",
            "ExpiredToken",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch");

    private AwsFailures() {}

    /** Calls to AWS, possibly with file operations in between. */
    @FunctionalInterface
    interface Calls<T> {
        T answer() throws IOException;
    }

    /**
     * @param action what the calls do, completing "Cannot ...: "
     * @throws CaptureException when the user has to change something
     */
    static <T> T say(String action, Calls<T> calls) {
        try {
            return calls.answer();
        } catch (ResourceNotFoundException e) {
            throw new CaptureException(
                    "Cannot %s: there is no such table in this region. Check the name and the region, or create it with jobs/run create-table."
                            .formatted(action),
                    e);
        } catch (NoSuchBucketException e) {
            throw new CaptureException(
                    "Cannot %s: there is no such bucket. Check the name, or create it.".formatted(action), e);
        } catch (AwsServiceException e) {
            if (OF_THE_ROLE.contains(codeOf(e))) {
                throw new CaptureException(
                        "Cannot %s: AWS refuses the call (%s). Sign in, or give this role the permission."
                                .formatted(action, codeOf(e)),
                        e);
            }
            throw e;
        } catch (SdkClientException e) {
            throw new CaptureException(
                    "Cannot %s: AWS is unreachable. Check the credentials, the region and the network or --endpoint, then run it again."
                            .formatted(action),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot %s: %s.".formatted(action, e.getClass().getSimpleName()), e);
        }
    }

    /** The error code, or an empty text if there is none. */
    static String codeOf(AwsServiceException failure) {
        return failure.awsErrorDetails() == null || failure.awsErrorDetails().errorCode() == null
                ? ""
                : failure.awsErrorDetails().errorCode();
    }
}
