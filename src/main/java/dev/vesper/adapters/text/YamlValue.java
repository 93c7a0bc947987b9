package dev.vesper.adapters.text;

import dev.vesper.basics.Place;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a YAML tree to ask down from, for documents of an open standard, whose unknown keys are not mistakes. What is
 * absent is a value as well, with the place of what it was looked for in. Where every key must be known, {@link YamlBlock}
 * is right.
 */
public final class YamlValue implements Iterable<YamlValue> {
    private final YamlTree.@Nullable Node node;
    private final Place place;

    private YamlValue(YamlTree.@Nullable Node node, Place place) {
        this.node = node;
        this.place = place;
    }

    public static YamlValue of(YamlTree.Node node) {
        return new YamlValue(node, node.place());
    }

    /** Where it stands; for what is absent, where it should. */
    public Place place() {
        return place;
    }

    /** What stands under a key. */
    public YamlValue path(String key) {
        YamlTree.Node found =
                node instanceof YamlTree.Block block ? block.values().get(key) : null;
        return found == null ? new YamlValue(null, place) : of(found);
    }

    public boolean has(String key) {
        return !path(key).isAbsent();
    }

    public boolean isAbsent() {
        return node == null;
    }

    /** A single value as text; of what is absent, a list or a block, something else. */
    public String text(String otherwise) {
        return node instanceof YamlTree.Scalar scalar ? scalar.text() : otherwise;
    }

    /** The text under a key, or empty. */
    public String textOf(String key) {
        return path(key).text("");
    }

    /** True where {@code true} is written, false where {@code false} is. */
    public boolean flag(boolean otherwise) {
        return switch (text("")) {
            case "true" -> true;
            case "false" -> false;
            default -> otherwise;
        };
    }

    /** A number written without quotation marks that a double can hold. */
    public boolean isNumber() {
        return node instanceof YamlTree.Scalar scalar
                && scalar.number()
                && scalar.text().matches("[-+.0-9eE]+");
    }

    /** The value of what {@link #isNumber}. */
    public double number() {
        return Double.parseDouble(text(""));
    }

    /** The value of what {@link #isNumber}, without its fraction; of anything else, something else. */
    public int whole(int otherwise) {
        return isNumber() ? (int) number() : otherwise;
    }

    /** The keys of a block, in the order of the file. */
    public Set<String> keys() {
        return node instanceof YamlTree.Block block ? block.values().keySet() : Set.of();
    }

    /** The values of a list; nothing for anything else. */
    public List<YamlValue> items() {
        return node instanceof YamlTree.Items items
                ? items.nodes().stream().map(YamlValue::of).toList()
                : List.of();
    }

    @Override
    public Iterator<YamlValue> iterator() {
        return items().iterator();
    }

    /** As it may be shown in a message. */
    @Override
    public String toString() {
        return node instanceof YamlTree.Items ? items().toString() : text(node == null ? "nothing" : "a block");
    }
}
