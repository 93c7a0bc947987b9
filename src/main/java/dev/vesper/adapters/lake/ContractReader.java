package dev.vesper.adapters.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.data.DataContract;
import dev.vesper.data.TableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a contract in the Open Data Contract Standard, versions 3.0 and 3.1. What it does not understand becomes a
 * "not checked" entry; only a file that is no contract at all is refused.
 */
public final class ContractReader {
    private ContractReader() {}

    /** Reads a contract file; a mistake is reported with the file's line and column where YAML knows it. */
    public static DataContract read(Path file) {
        try {
            return parse(Files.readString(file), file.getFileName() + "");
        } catch (IOException e) {
            throw Problem.input(
                    Place.of(file.toString()),
                    "Expected a readable data contract, but " + e + "; maybe it is not UTF-8");
        }
    }

    /** Reads a contract from its text. */
    static DataContract parse(String yaml, String name) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            Place place = e.getLocation() == null
                    ? Place.of(name)
                    : new Place(
                            name, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw Problem.input(place, "Expected YAML, but " + e.getOriginalMessage());
        }
        if (!"DataContract".equals(text(root, "kind"))) {
            throw Problem.input(Place.of(name), "Expected kind: DataContract, but got \"" + text(root, "kind") + "\"");
        }
        List<TableContract> tables = new ArrayList<>();
        for (JsonNode table : root.path("schema")) {
            tables.add(new TableReader(name).read(table));
        }
        return new DataContract(text(root, "id"), text(root, "version"), text(root, "status"), tables);
    }

    /** A scalar as text, or empty where it is absent. */
    static String text(JsonNode node, String key) {
        return node.path(key).asText("");
    }
}
