package dev.vesper.app.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** What disks, networks and editors do to the bytes of a file. */
final class ByteMutations {
    private static final byte[][] NASTY = {
        {0},
        {(byte) 0xFF},
        {(byte) 0xC3},
        {'\r'},
        {'\n'},
        {'"'},
        {'\''},
        {';'},
        {'\t'},
        {'<'},
        {'&'},
        {'{'},
        {'['},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xE2, (byte) 0x80, (byte) 0xAE},
        {27, '[', '2', 'J'}
    };

    static final List<Mutation> ALL = List.of(
            Mutation.bytes("a bit flipped", (text, random) -> {
                byte[] copy = text.clone();
                copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
                return copy;
            }),
            Mutation.bytes(
                    "nasty bytes put in",
                    (text, random) ->
                            spliced(text, random.nextInt(text.length + 1), 0, NASTY[random.nextInt(NASTY.length)])),
            Mutation.bytes("a range cut out", (text, random) -> {
                int from = random.nextInt(text.length);
                return spliced(text, from, random.nextInt(Math.min(200, text.length - from)) + 1, new byte[0]);
            }),
            Mutation.bytes("a range doubled", (text, random) -> {
                int from = random.nextInt(text.length);
                int length = random.nextInt(Math.min(200, text.length - from)) + 1;
                return spliced(text, from, 0, Arrays.copyOfRange(text, from, from + length));
            }),
            Mutation.bytes("cut off", (text, random) -> Arrays.copyOf(text, random.nextInt(text.length))),
            Mutation.bytes(
                    "cut off near the end",
                    (text, random) -> Arrays.copyOf(text, text.length - 1 - random.nextInt(Math.min(60, text.length)))),
            Mutation.bytes("garbage", (text, random) -> {
                byte[] garbage = new byte[1 + random.nextInt(400)];
                random.nextBytes(garbage);
                return garbage;
            }),
            Mutation.bytes(
                    "zeros behind it", (text, random) -> Arrays.copyOf(text, text.length + 1 + random.nextInt(9))),
            Mutation.bytes(
                    "a byte order mark before it",
                    (text, random) -> spliced(text, 0, 0, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})),
            Mutation.bytes("written in UTF-16", (text, random) -> {
                List<Charset> charsets =
                        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
                return new String(text, StandardCharsets.UTF_8).getBytes(charsets.get(random.nextInt(3)));
            }),
            Mutation.bytes(
                    "written in Latin 1",
                    (text, random) -> (new String(text, StandardCharsets.UTF_8) + "Zürich\n")
                            .getBytes(StandardCharsets.ISO_8859_1)),
            Mutation.bytes("packed by gzip", (text, random) -> packed(text)),
            Mutation.bytes("packed by gzip and cut off", (text, random) -> {
                byte[] packed = packed(text);
                return Arrays.copyOf(packed, packed.length / 2);
            }),
            Mutation.bytes(
                    "Windows line ends",
                    (text, random) -> new String(text, StandardCharsets.UTF_8)
                            .replace("\n", "\r\n")
                            .getBytes(StandardCharsets.UTF_8)));

    private ByteMutations() {}

    private static byte[] packed(byte[] text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] spliced(byte[] text, int at, int without, byte[] with) {
        byte[] result = new byte[text.length - without + with.length];
        System.arraycopy(text, 0, result, 0, at);
        System.arraycopy(with, 0, result, at, with.length);
        System.arraycopy(text, at + without, result, at + with.length, text.length - at - without);
        return result;
    }

    /** A random one of a list. */
    static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
