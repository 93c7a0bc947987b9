package dev.vesper.adapters.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a page lies under {@code /console/}, for example {@code runs/{run}}; what stands in braces varies. */
public record PagePath(String text) {
    public static final String ROOT = "/console/";

    /** The whole path, for a link. */
    public String href() {
        return ROOT + text;
    }

    /** Whether a part of it varies, so that it cannot stand in the navigation. */
    public boolean varies() {
        return text.indexOf('{') >= 0;
    }

    /** The variables' values in a raw path under the root, or empty where it is another path. */
    public Optional<Map<String, String>> match(String raw) {
        List<String> parts = List.of(text.split("/", -1));
        String[] given = raw.split("/", -1);
        if (given.length != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), decoded(given[i]));
            } else if (!part.equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** A plus sign stays one: the query's rule is the form's, not ours. */
    static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
