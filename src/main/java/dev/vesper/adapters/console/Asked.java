package dev.vesper.adapters.console;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a browser asked of a page.
 *
 * @param caller who looks
 * @param path the values of the path's variables
 * @param query what stands after the question mark
 */
public record Asked(Caller caller, Map<String, String> path, Map<String, String> query) {
    private static final int LONGEST_NUMBER = 18;

    public Asked {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /**
     * The run that the path names.
     *
     * @throws Problem of kind INPUT where that is no run id
     */
    public RunId run() {
        try {
            return new RunId(path.getOrDefault("run", ""));
        } catch (IllegalArgumentException notOne) {
            throw Problem.usage(String.valueOf(notOne.getMessage()));
        }
    }

    /**
     * A word of the path.
     *
     * @throws Problem of kind INPUT where it is none of the enum's
     */
    public <E extends Enum<E>> E word(String name, Class<E> words) {
        String asked = path.getOrDefault(name, "");
        return Arrays.stream(words.getEnumConstants())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected " + name + " to be one of "
                        + Arrays.toString(words.getEnumConstants())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                        + ", but got \"" + asked + "\""));
    }

    /**
     * A number of the query, or empty where it is left out.
     *
     * @throws Problem of kind INPUT where it is no whole number above zero
     */
    public OptionalLong number(String name) {
        only(List.of(name));
        return among(name);
    }

    /**
     * Nothing else is asked.
     *
     * @throws Problem of kind INPUT where the query has a name that is none of these
     */
    public void only(List<String> names) {
        query.keySet().stream()
                .filter(other -> !names.contains(other))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.usage("Expected " + String.join(", ", names) + " after the question mark, but got \""
                            + other + "\"" + NearestName.hint(other, names));
                });
    }

    /**
     * A number beside other parts of the query, or empty where it is left out.
     *
     * @throws Problem of kind INPUT where it is no whole number above zero
     */
    public OptionalLong among(String name) {
        String text = query.get(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        if (text.isEmpty()
                || text.length() > LONGEST_NUMBER
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                || Long.parseLong(text) == 0) {
            throw Problem.usage("Expected " + name + " to be a whole number above zero, but got \"" + text + "\"");
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}
