package dev.vesper.adapters.text;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML file as a tree that remembers where everything stood, so that a complaint can name line and column. SnakeYAML
 * parses and marks; no object is ever made from a tag, and an alias to a list or a block is refused, because a few of
 * them swell to gigabytes.
 */
public final class YamlTree {
    /** One value of the tree. */
    public sealed interface Node {
        Place place();
    }

    /**
     * A single value as it is written; an empty one and null are the empty text.
     *
     * @param number it is written as a number, without quotation marks
     */
    public record Scalar(Place place, String text, boolean number) implements Node {}

    /** Keys and values, in the order of the file; {@code keys} tells where each key stands. */
    public record Block(Place place, Map<String, Node> values, Map<String, Place> keys) implements Node {}

    /** A list of values. */
    public record Items(Place place, List<Node> nodes) implements Node {}

    private static final int DEEPEST = 20;

    private final String file;

    private YamlTree(String file) {
        this.file = file;
    }

    /**
     * The tree of a text; an empty block where it holds comments only.
     *
     * @param file the name that complaints begin with
     */
    public static Block parse(String text, String file) {
        Node root = root(text, file);
        return switch (root) {
            case Block block -> block;
            case Scalar scalar when scalar.text().isEmpty() -> empty(file);
            default ->
                throw Problem.input(root.place(), "Expected keys and values like \"seed: 42\", but got something else");
        };
    }

    /** What the one document of a text holds; an empty block where it holds comments only. */
    public static Node root(String text, String file) {
        YamlTree tree = new YamlTree(file);
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            var composer = new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
            if (!composer.checkNode()) {
                return empty(file);
            }
            Node root = tree.node(composer.getNode(), 0);
            if (composer.checkNode()) {
                throw Problem.input(
                        tree.place(composer.getNode().getStartMark()),
                        "Expected one YAML document, but another begins here");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            throw Problem.input(
                    tree.place(broken.getProblemMark()),
                    "Expected YAML, but " + firstLine(broken) + "; maybe the indentation is off");
        } catch (YAMLException broken) {
            throw Problem.input(Place.of(file), "Expected YAML, but " + firstLine(broken));
        }
    }

    public static Block empty(String file) {
        return new Block(Place.of(file), Map.of(), Map.of());
    }

    private Node node(org.yaml.snakeyaml.nodes.Node written, int depth) {
        Place place = place(written.getStartMark());
        if (depth > DEEPEST) {
            throw Problem.input(place, "Expected a few levels, but this is nested more than " + DEEPEST + " deep");
        }
        return switch (written) {
            case MappingNode mapping -> block(mapping, place, depth);
            case SequenceNode sequence -> {
                List<Node> nodes = new ArrayList<>();
                for (var item : sequence.getValue()) {
                    nodes.add(node(item, depth + 1));
                }
                yield new Items(place, nodes);
            }
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> new Scalar(place, "", false);
            case ScalarNode scalar ->
                new Scalar(
                        place,
                        scalar.getValue().strip(),
                        scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT));
            default -> throw Problem.input(place, "Expected a value, a list or a block");
        };
    }

    private Block block(MappingNode mapping, Place place, int depth) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Place at = place(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode written)) {
                throw Problem.input(at, "Expected a word as key, but got a list or a block");
            }
            String key = written.getValue();
            Place before = keys.putIfAbsent(key, at);
            if (before != null) {
                throw Problem.input(at, "Expected each key once, but \"" + key + "\" also stands at " + before);
            }
            values.put(key, node(entry.getValueNode(), depth + 1));
        }
        return new Block(place, values, keys);
    }

    private Place place(@Nullable Mark mark) {
        return mark == null ? Place.of(file) : new Place(file, mark.getLine() + 1L, mark.getColumn() + 1);
    }

    private static String firstLine(YAMLException broken) {
        String message = broken.getMessage();
        return message == null
                ? "it cannot be read"
                : message.lines().findFirst().orElse("it cannot be read");
    }
}
