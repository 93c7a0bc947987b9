package dev.vesper.basics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The check sum by which files, rules, processes, audit rows and objects of the lake are told apart: SHA-256 (FIPS
 * 180-4). It is fed in pieces, so that a file of any size is summed while it is copied; it opens nothing itself.
 *
 * <p>{@code Sha256.of("abc")} is {@code ba7816bf...f20015ad}, and {@code Sha256.shortOf(bytes)}, its first 12 digits, is
 * what a person is shown.
 */
public final class Sha256 {
    /** Hex digits of a short sum: 48 bits, enough to tell the versions of one file apart. */
    public static final int SHORT_DIGITS = 12;

    private final MessageDigest digest = digest();

    /** The sum of some bytes, as 64 hex digits. */
    public static String of(byte[] bytes) {
        return new Sha256().add(bytes).hex();
    }

    /** The sum of a text in UTF-8, as 64 hex digits. */
    public static String of(String text) {
        return new Sha256().add(text).hex();
    }

    /** The first {@value #SHORT_DIGITS} hex digits of the sum of some bytes. */
    public static String shortOf(byte[] bytes) {
        return shortened(of(bytes));
    }

    /** The first {@value #SHORT_DIGITS} digits of a sum. */
    public static String shortened(String hex) {
        return hex.substring(0, SHORT_DIGITS);
    }

    public Sha256 add(byte[] bytes) {
        return add(bytes, bytes.length);
    }

    /** Adds the first {@code length} bytes of a buffer. */
    public Sha256 add(byte[] buffer, int length) {
        digest.update(buffer, 0, length);
        return this;
    }

    /** Adds a text in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The sum of all that was added, as 64 hex digits; what is added afterwards begins a new sum. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
