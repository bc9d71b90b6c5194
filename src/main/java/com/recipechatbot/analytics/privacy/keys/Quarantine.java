package com.recipechatbot.analytics.privacy.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals rejected records, so that they can be kept where others read: AES-256-GCM under the quarantine key, bound to
 * the row that holds them. Keeps nothing when the ring has no such key. Safe for use by several threads.
 */
public final class Quarantine implements Serializable {

    private static final long serialVersionUID = 1;

    /** Stands first in what is sealed, so that another form can be told from this one. */
    private static final byte VERSION = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** More than the chatbot's database takes for a record; what is longer is found in the source again. */
    private static final int LONGEST = 1 << 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    public Quarantine(KeyRing keys) {
        this.key = keys.key(KeyPurpose.QUARANTINE);
    }

    /** Whether records can be sealed and opened. */
    public boolean hasKey() {
        return key != null;
    }

    /**
     * The record, sealed: version, random nonce, ciphertext and tag. Never the same twice.
     *
     * @param recordKey the record's pseudonym, with which alone it can be opened
     * @return null when there is no quarantine key, no record, or one of more than 1 MB
     */
    public byte[] seal(byte[] record, String recordKey) {
        if (key == null || record == null || record.length > LONGEST) {
            return null;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, 0, recordKey).doFinal(record);
            return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Cannot seal a rejected record: this Java has no AES-GCM. Use a JDK with its standard providers.",
                    e);
        }
    }

    /**
     * The record that was sealed.
     *
     * @param recordKey the pseudonym that stands in the same row
     * @throws KeyRingException when there is no quarantine key, it is another one, or the row was tampered with
     */
    public byte[] open(byte[] sealed, String recordKey) {
        if (key == null) {
            throw new KeyRingException(
                    "Cannot open sealed records: the keys hold none for the quarantine. Give the keys that the runs had which sealed them.");
        }
        int start = 1 + NONCE_BYTES;
        try {
            if (sealed.length > start && sealed[0] == VERSION) {
                return cipher(Cipher.DECRYPT_MODE, sealed, 1, recordKey).doFinal(sealed, start, sealed.length - start);
            }
        } catch (GeneralSecurityException e) {
            throw cannotOpen(recordKey, e);
        }
        throw cannotOpen(recordKey, null);
    }

    private Cipher cipher(int mode, byte[] nonce, int offset, String recordKey) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE_BYTES));
        cipher.updateAAD(("v1|quarantine|" + recordKey).getBytes(UTF_8));
        return cipher;
    }

    private static KeyRingException cannotOpen(String recordKey, GeneralSecurityException cause) {
        return new KeyRingException(
                "Cannot open the sealed record %s: it was sealed under another key or for another row, or is damaged. Give the keys that the run had which sealed it."
                        .formatted(recordKey),
                cause);
    }
}
