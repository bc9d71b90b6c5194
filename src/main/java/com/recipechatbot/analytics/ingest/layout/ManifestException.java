package com.recipechatbot.analytics.ingest.layout;

/** A manifest cannot be used. The message completes "Cannot use the manifest: ..." and quotes none of its values. */
final class ManifestException extends Exception {

    private static final long serialVersionUID = 1;

    ManifestException(String message) {
        super(message);
    }
}
