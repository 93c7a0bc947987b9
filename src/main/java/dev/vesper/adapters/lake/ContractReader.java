package dev.vesper.adapters.lake;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.adapters.text.YamlTree;
import dev.vesper.adapters.text.YamlValue;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.data.DataContract;
import dev.vesper.data.TableContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a contract in the Open Data Contract Standard, versions 3.0 and 3.1. What it does not understand becomes a
 * "not checked" entry; only a file that is no contract at all is refused.
 */
final class ContractReader {
    private ContractReader() {}

    /** Reads a contract file; a mistake is reported with the file's line and column. */
    public static DataContract read(Path file) {
        String text = TextFile.text(file);
        String name = TextFile.nameOf(file);
        if (!text.endsWith("\n") && !text.endsWith("\r")) {
            throw Problem.input(
                    Place.of(name, text.lines().count()),
                    "Expected a contract whose last line ends, but it stops in the midst of one; maybe the file was cut"
                            + " off, else add a line end");
        }
        return parse(text, name);
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
