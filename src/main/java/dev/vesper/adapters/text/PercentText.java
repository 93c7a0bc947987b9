package dev.vesper.adapters.text;

import dev.vesper.basics.Problem;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text as it stands in an address or a header, percent-encoded in UTF-8; a plus sign is a plus sign. */
public final class PercentText {
    private PercentText() {}

    /** As it may stand in a path or a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The other way.
     *
     * @throws Problem of kind INPUT where a percent sign is not followed by two hexadecimal digits
     */
    public static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.usage("Expected percent-encoded text, but got \"" + raw + "\"");
        }
    }

    /**
     * The same as a browser writes the fields of a form: there a plus sign is a blank.
     *
     * @throws Problem as {@link #query}
     */
    public static Map<String, String> form(@Nullable String raw) {
        return query(raw == null ? null : raw.replace("+", "%20"));
    }

    /**
     * Reads {@code name=value&name=value}, in that order.
     *
     * @param raw what stands after the question mark, or null where there is none
     * @throws Problem of kind INPUT where it is something else, or a name comes twice
     */
    public static Map<String, String> query(@Nullable String raw) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return parts;
        }
        for (String part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw Problem.usage("Expected name=value after the question mark, but got \"" + part + "\"");
            }
            String name = decoded(part.substring(0, equals));
            if (parts.put(name, decoded(part.substring(equals + 1))) != null) {
                throw Problem.usage("Expected " + name + " once after the question mark, but it stands there twice");
            }
        }
        return parts;
    }
}
