package com.recipechatbot.analytics.privacy.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals rejected records so that they can be kept in tables: AES-256-GCM under the quarantine key, bound to the row
 * that holds them. Keeps nothing when the ring has no such key. Safe for use by several threads.
 */
public final class Quarantine implements Serializable {

    private static final long serialVersionUID = 1;

    /** The first byte of a sealed record, so that the format can change. */
    private static final byte VERSION = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** More than the chatbot's database accepts; longer records can only be read again from the source. */
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
     * @param recordKey the pseudonym of the record, which is needed to open it
     * @return null without a quarantine key, and for no record or one of more than 1 MB
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
     * @param recordKey the pseudonym in the same row
     * @throws KeyRingException without the right quarantine key, or when the row was tampered with
     */
    public byte[] open(byte[] sealed, String recordKey) {
        if (key == null) {
            throw new KeyRingException(
                    "Cannot open sealed records: the keys include no quarantine key. Use the keys of the runs that sealed them.");
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

    /** The record that was sealed; empty when it cannot be opened with these keys. */
    public Optional<byte[]> tryToOpen(byte[] sealed, String recordKey) {
        try {
            return Optional.of(open(sealed, recordKey));
        } catch (KeyRingException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, int offset, String recordKey) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE_BYTES));
        cipher.updateAAD(("v1|quarantine|" + recordKey).getBytes(UTF_8));
        return cipher;
    }

    private static KeyRingException cannotOpen(String recordKey, GeneralSecurityException cause) {
        return new KeyRingException(
                "Cannot open the sealed record %s: it was sealed under another key or for another row, or is damaged. Use the keys of the run that sealed it."
                        .formatted(recordKey),
                cause);
    }
}
