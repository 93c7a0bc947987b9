package dev.vesper.adapters.api.server;

import dev.vesper.basics.Sha256;
import java.util.Arrays;
import java.util.List;

/** The strong entity tag of an answer: the same text, to the byte, has the same one. */
final class EntityTag {
    private static final int DIGITS = 32;

    private EntityTag() {}

    static String of(String body) {
        return "\"" + Sha256.of(body).substring(0, DIGITS) + "\"";
    }

    /**
     * Whether one of the tags that headers list is this one.
     *
     * @param weakly whether a tag that is marked weak counts too: to save an answer, never to change something
     */
    static boolean listed(List<String> headers, String tag, boolean weakly) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .map(listed -> weakly && listed.startsWith("W/") ? listed.substring(2) : listed)
                .anyMatch(listed -> listed.equals("*") || listed.equals(tag));
    }
}
