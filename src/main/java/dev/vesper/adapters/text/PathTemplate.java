package dev.vesper.adapters.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A path with variables, for example {@code /api/v1/runs/{run}/abandon} or {@code runs/{run}}. */
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
     * @throws dev.vesper.basics.Problem of kind INPUT where a percent sign is not followed by two hexadecimal digits
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
                values.put(name(part), PercentText.decoded(given[i]));
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
            path.append('/').append(variable(part) ? PercentText.encoded(values.apply(name(part))) : part);
        }
        return path.toString();
    }
}
