package dev.vesper.adapters.lake;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.data.DataContract;
import dev.vesper.data.TableContract;
import dev.vesper.data.text.YamlTree;
import dev.vesper.data.text.YamlValue;
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
    private static final long MOST_BYTES = 1 << 20;

    private ContractReader() {}

    /** Reads a contract file; a mistake is reported with the file's line and column. */
    public static DataContract read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw Problem.input(
                        Place.of(file.toString()),
                        "Expected a data contract of at most " + MOST_BYTES + " bytes, but it is "
                                + (Files.isRegularFile(file) ? "larger" : "no regular file"));
            }
            return parse(Files.readString(file), file.getFileName() + "");
        } catch (IOException e) {
            throw Problem.input(
                    Place.of(file.toString()),
                    "Expected a readable data contract, but " + e + "; maybe it is not UTF-8");
        }
    }

    /** Reads a contract from its text. */
    static DataContract parse(String yaml, String name) {
        YamlValue root = YamlValue.of(YamlTree.parse(yaml, name));
        if (!"DataContract".equals(root.textOf("kind"))) {
            throw Problem.input(
                    root.path("kind").place(), "Expected kind: DataContract, but got \"" + root.textOf("kind") + "\"");
        }
        List<TableContract> tables = new ArrayList<>();
        for (YamlValue table : root.path("schema")) {
            tables.add(new TableReader().read(table));
        }
        return new DataContract(root.textOf("id"), root.textOf("version"), root.textOf("status"), tables);
    }
}
