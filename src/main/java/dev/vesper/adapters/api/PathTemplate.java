package dev.vesper.adapters.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A path with variables, for example {@code /api/runs/{run}/abandon}. */
public record PathTemplate(String text) {
    private List<String> parts() {
        return List.of(text.split("/", -1));
    }

    private static boolean variable(String part) {
        return part.startsWith("{");
    }

    private static String name(String part) {
        return part.substring(1, part.length() - 1);
    }

    /** Names of the variables, in order. */
    public List<String> variables() {
        return parts().stream()
                .filter(PathTemplate::variable)
                .map(PathTemplate::name)
                .toList();
    }

    /**
     * The variables' values in a raw path, or empty where it is another path.
     *
     * @throws IllegalArgumentException where a percent sign is not followed by two hexadecimal digits
     */
    public Optional<Map<String, String>> match(String rawPath) {
        List<String> parts = parts();
        String[] given = rawPath.split("/", -1);
        if (given.length != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            String part = parts.get(i);
            if (variable(part)) {
                values.put(name(part), decoded(given[i]));
            } else if (!part.equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** The raw path with the variables filled in. */
    public String fill(UnaryOperator<String> values) {
        StringBuilder path = new StringBuilder();
        for (String part : parts().subList(1, parts().size())) {
            path.append('/').append(variable(part) ? encoded(values.apply(name(part))) : part);
        }
        return path.toString();
    }

    /** As it may stand in a path or a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The other way; a plus sign is a plus sign.
     *
     * @throws IllegalArgumentException where a percent sign is not followed by two hexadecimal digits
     */
    public static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
