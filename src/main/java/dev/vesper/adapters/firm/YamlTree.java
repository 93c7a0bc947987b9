package dev.vesper.adapters.firm;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML file as a tree that remembers where everything stood, so that a complaint can name line and column. */
final class YamlTree {
    /** One value of the tree. */
    sealed interface Node {
        Place place();
    }

    /** A single value as it is written; an empty one is the empty text. */
    record Scalar(Place place, String text) implements Node {}

    /** Keys and values, in the order of the file; {@code keys} tells where each key stands. */
    record Block(Place place, Map<String, Node> values, Map<String, Place> keys) implements Node {}

    /** A list of values. */
    record Items(Place place, List<Node> nodes) implements Node {}

    private static final int DEEPEST = 20;

    private final String file;

    private YamlTree(String file) {
        this.file = file;
    }

    /** The tree of a file; an empty block where the file holds comments only. */
    static Block read(Path path) {
        String file = InputFile.nameOf(path);
        YamlTree tree = new YamlTree(file);
        try (Reader text = InputFile.open(path);
                JsonParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null || parser.currentToken() == JsonToken.VALUE_NULL) {
                return empty(file);
            }
            Node root = tree.node(parser, 0);
            if (parser.nextToken() != null) {
                throw Problem.input(tree.place(parser), "Expected one YAML document, but another begins here");
            }
            if (root instanceof Block block) {
                return block;
            }
            throw Problem.input(root.place(), "Expected keys and values like \"seed: 42\", but got something else");
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            throw Problem.input(
                    at == null ? Place.of(file) : new Place(file, at.getLineNr(), at.getColumnNr()),
                    "Expected YAML, but " + firstLine(broken.getOriginalMessage()) + "; maybe the indentation is off");
        } catch (IOException failed) {
            throw InputFile.unreadable(path, failed);
        }
    }

    static Block empty(String file) {
        return new Block(Place.of(file), Map.of(), Map.of());
    }

    private Node node(JsonParser parser, int depth) throws IOException {
        Place place = place(parser);
        if (depth > DEEPEST) {
            throw Problem.input(place, "Expected a few levels, but this is nested more than " + DEEPEST + " deep");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> block(parser, place, depth);
            case START_ARRAY -> {
                List<Node> nodes = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    nodes.add(node(parser, depth + 1));
                }
                yield new Items(place, nodes);
            }
            case VALUE_NULL -> new Scalar(place, "");
            default -> new Scalar(place, parser.getText().strip());
        };
    }

    private Block block(JsonParser parser, Place place, int depth) throws IOException {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place before = keys.putIfAbsent(key, place(parser));
            if (before != null) {
                throw Problem.input(
                        place(parser), "Expected each key once, but \"" + key + "\" also stands at " + before);
            }
            parser.nextToken();
            values.put(key, node(parser, depth + 1));
        }
        return new Block(place, values, keys);
    }

    private Place place(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(file, at.getLineNr(), at.getColumnNr());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }
}
