package dev.vesper.desk.diagram;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A rule file as it judged a run, whatever lies in {@code rules/} now.
 *
 * @param path below {@code rules/}, for example {@code limits/position-weight.dmn}
 * @param version the first 12 hexadecimal digits of its SHA-256
 * @param text what stands in it
 */
public record UsedRule(String path, String version, String text) {
    static UsedRule of(String path, String version, byte[] bytes) {
        return new UsedRule(path, version, new String(bytes, charset(bytes)));
    }

    /** XML may be UTF-16, which begins with a byte order mark or with an angle bracket of two bytes. */
    private static Charset charset(byte[] bytes) {
        int begin = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return switch (begin) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
