package com.recipechatbot.analytics.capture;

/**
 * A location on S3.
 *
 * @param prefix without slashes around it; empty for the whole bucket
 */
record S3Place(String bucket, String prefix) {

    /** @throws CaptureException when the text does not name a bucket */
    static S3Place parse(String text) {
        String path = text.replaceFirst("^s3a?://", "");
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        if (path.length() == text.length() || bucket.isEmpty()) {
            throw new CaptureException(
                    "Cannot write to %s: it is not a location on S3. Give one like s3://bucket/exports."
                            .formatted(text));
        }
        String prefix = slash < 0 ? "" : path.substring(slash + 1);
        return new S3Place(bucket, prefix.replaceAll("^/+|/+$", ""));
    }
}
