package com.recipechatbot.analytics.ingest.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code manifest-files.json}.
 *
 * @param folder of the export that holds the file; null for the folder {@code data} that incremental exports share
 * @param name of the file in its folder {@code data}
 */
record ManifestFile(String folder, String name, String md5, long items) {

    /** A key from the root of the bucket; a copied export has another prefix. */
    private static final Pattern KEY = Pattern.compile("(?:.*/)?AWSDynamoDB/(?:([^/]+)/)?data/(\\w[\\w.-]*)");

    private static final Pattern MD5 = Pattern.compile("[A-Za-z0-9+/]{22}==");

    static ManifestFile of(JsonNode json) throws ManifestException {
        Matcher key = KEY.matcher(ExportSummary.text(json, "dataFileS3Key"));
        if (!key.matches()) {
            throw new ManifestException("a dataFileS3Key does not lie below AWSDynamoDB");
        }
        String md5 = ExportSummary.text(json, "md5Checksum");
        if (!MD5.matcher(md5).matches()) {
            throw new ManifestException("an md5Checksum is not an MD5 in base64");
        }
        return new ManifestFile(key.group(1), key.group(2), md5, ExportSummary.count(json, "itemCount"));
    }
}
