package dev.vesper.adapters.text;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One block of a YAML file, asked for its values one by one; what nobody asked for is an unknown key. */
public final class YamlBlock {
    private final YamlTree.Block block;
    private final Set<String> asked = new HashSet<>();

    public YamlBlock(YamlTree.Block block) {
        this.block = block;
    }

    public boolean has(String key) {
        asked.add(key);
        return block.values().containsKey(key);
    }

    /** Where the value stands, or the block where it is absent. */
    public Place place(String key) {
        YamlTree.Node node = block.values().get(key);
        return node == null ? block.place() : node.place();
    }

    public Set<String> keys() {
        return block.values().keySet();
    }

    /** A block below a key; an empty one where it is absent. */
    public YamlBlock block(String key) {
        if (!has(key)) {
            return new YamlBlock(YamlTree.empty(block.place().file()));
        }
        return switch (block.values().get(key)) {
            case YamlTree.Block inner -> new YamlBlock(inner);
            case YamlTree.Scalar scalar
            when scalar.text().isEmpty() ->
                new YamlBlock(YamlTree.empty(block.place().file()));
            case null, default -> throw Problem.input(place(key), "Expected keys and values below \"" + key + "\"");
        };
    }

    /** A value that may be absent or empty. */
    public String text(String key, String otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (block.values().get(key) instanceof YamlTree.Scalar scalar) {
            return scalar.text().isEmpty() ? otherwise : scalar.text();
        }
        throw Problem.input(place(key), "Expected one value for \"" + key + "\", but got a list or a block");
    }

    public boolean flag(String key, boolean otherwise) {
        return switch (text(key, String.valueOf(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.input(
                        place(key), "Expected true or false for \"" + key + "\", but got \"" + text(key, "") + "\"");
        };
    }

    /** A number from least to most, both allowed. */
    public BigDecimal decimal(String key, String otherwise, String least, String most) {
        BigDecimal value = Cells.decimal(text(key, otherwise), place(key));
        if (value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
            throw Problem.input(
                    place(key), "Expected " + key + " from " + least + " to " + most + ", but got " + text(key, ""));
        }
        return value;
    }

    public double real(String key, String otherwise, String least, String most) {
        return decimal(key, otherwise, least, most).doubleValue();
    }

    public long whole(String key, long otherwise, long least, long most) {
        BigDecimal value = decimal(key, Long.toString(otherwise), Long.toString(least), Long.toString(most));
        try {
            return value.longValueExact();
        } catch (ArithmeticException fraction) {
            throw Problem.input(place(key), "Expected a whole number for " + key + ", but got " + text(key, ""));
        }
    }

    /** A time of day, {@code 09:30}; quote it where YAML 1.1 readers are near. */
    public LocalTime time(String key, String otherwise) {
        String text = text(key, otherwise);
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException notATime) {
            throw Problem.input(place(key), "Expected a time like 09:30 for " + key + ", but got \"" + text + "\"");
        }
    }

    public String oneOf(String key, String otherwise, List<String> words) {
        String text = text(key, otherwise);
        if (!words.contains(text)) {
            throw Problem.input(
                    place(key),
                    "Expected " + key + " to be one of " + String.join(", ", words) + ", but got \"" + text + "\""
                            + NearestName.hint(text, words));
        }
        return text;
    }

    /** A list of texts; empty where absent. */
    public List<String> texts(String key) {
        if (!has(key)
                || (block.values().get(key) instanceof YamlTree.Scalar scalar
                        && scalar.text().isEmpty())) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (!(block.values().get(key) instanceof YamlTree.Items items)) {
            throw Problem.input(place(key), "Expected a list like [IBM, XOM] for \"" + key + "\"");
        }
        for (YamlTree.Node node : items.nodes()) {
            if (!(node instanceof YamlTree.Scalar scalar) || scalar.text().isEmpty()) {
                throw Problem.input(node.place(), "Expected a list of words for \"" + key + "\"");
            }
            texts.add(scalar.text());
        }
        return texts;
    }

    /** Refuses what was not asked for. */
    public void noOtherKeys() {
        for (String key : block.values().keySet()) {
            if (!asked.contains(key)) {
                Place place = block.keys().getOrDefault(key, block.place());
                throw Problem.input(
                        place,
                        "Expected a known key, but got \"" + key + "\"" + NearestName.hint(key, asked)
                                + "; known here: "
                                + String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }
}
