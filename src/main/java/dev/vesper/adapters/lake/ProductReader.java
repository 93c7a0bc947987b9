package dev.vesper.adapters.lake;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.adapters.text.YamlBlock;
import dev.vesper.adapters.text.YamlTree;
import dev.vesper.adapters.text.YamlValue;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.data.DataContract;
import dev.vesper.data.DataProduct;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a {@code product.yaml} of the Open Data Product Standard 1.0; every complaint names line and column. */
final class ProductReader {
    /** Keys of the standard that Vesper has no use for. */
    private static final List<String> FURTHER = List.of(
            "apiVersion",
            "status",
            "domain",
            "tenant",
            "description",
            "tags",
            "authoritativeDefinitions",
            "managementPorts",
            "support",
            "productCreatedTs");

    private final YamlBlock root;
    private final YamlValue tree;
    private final DataContract contract;

    private ProductReader(YamlTree.Block block, DataContract contract) {
        this.root = new YamlBlock(block);
        this.tree = YamlValue.of(block);
        this.contract = contract;
    }

    /**
     * Reads the file beside a contract.
     *
     * @param file {@code products/<name>/product.yaml}; its id must be the folder's name
     * @param readers the names of the readers there are
     * @throws Problem of kind INPUT where a key is unknown, the owner is missing or a port names another contract
     */
    static DataProduct read(Path file, DataContract contract, Set<String> readers) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        String name = folder == null ? "" : TextFile.nameOf(folder);
        YamlTree.Block block = YamlTree.parse(TextFile.text(file), name + "/" + TextFile.nameOf(file));
        return new ProductReader(block, contract).product(name, readers);
    }

    private DataProduct product(String folder, Set<String> readers) {
        FURTHER.forEach(root::has);
        root.oneOf("kind", "", List.of("DataProduct"));
        var product = new DataProduct(
                needed("id"), needed("name"), needed("version"), owner(), reader(readers), requiredRules());
        ports("inputPorts");
        ports("outputPorts");
        root.noOtherKeys();
        if (!product.id().equals(folder)) {
            throw Problem.input(
                    root.place("id"),
                    "Expected the id to be the folder's name, " + folder + ", but got \"" + product.id() + "\"");
        }
        return product;
    }

    private String needed(String key) {
        String text = root.text(key, "");
        if (text.isEmpty()) {
            throw missing(root.place(key), key);
        }
        return text;
    }

    private String owner() {
        root.has("team");
        String owner = tree.path("team").textOf("name");
        if (owner.isEmpty()) {
            throw Problem.input(
                    root.place("team"),
                    "Expected an owner, but there is none; write \"team: { name: Market data }\", whom to ask when a"
                            + " check fails");
        }
        return owner;
    }

    /** How the product's file is read. */
    private String reader(Set<String> readers) {
        YamlValue value = custom("reader");
        if (value.isAbsent()) {
            return DataProduct.CSV;
        }
        String name = value.text("");
        if (!readers.contains(name)) {
            throw Problem.input(
                    value.place(),
                    "Expected a reader, one of " + String.join(", ", new TreeSet<>(readers)) + ", but got \"" + name
                            + "\"" + NearestName.hint(name, readers));
        }
        return name;
    }

    /** The rules that the contract must have. */
    private List<String> requiredRules() {
        YamlValue rules = custom("requiredRules");
        List<String> ids = rules.items().stream().map(id -> id.text("")).toList();
        if (!rules.isAbsent() && (ids.isEmpty() || ids.contains(""))) {
            throw Problem.input(
                    rules.place(),
                    "Expected a list of ids of rules, like [few-bad-rows], but got " + rules
                            + "; leave the property out where no rule is required");
        }
        return ids;
    }

    /** The value of a custom property; absent where there is none of that name. */
    private YamlValue custom(String name) {
        root.has("customProperties");
        for (YamlValue property : tree.path("customProperties")) {
            if (property.textOf("property").equals(name)) {
                return property.path("value");
            }
        }
        return tree.path("customProperties").path(name);
    }

    private void ports(String key) {
        root.has(key);
        YamlValue ports = tree.path(key);
        if (ports.items().isEmpty()) {
            throw missing(root.place(key), key);
        }
        for (YamlValue port : ports) {
            agree(port, "contractId", contract.id());
            if (key.equals("outputPorts")) {
                agree(port, "version", contract.version());
            }
        }
    }

    private static void agree(YamlValue port, String key, String contracts) {
        String text = port.textOf(key);
        if (!text.equals(contracts)) {
            throw Problem.input(
                    port.path(key).place(),
                    "Expected " + key + ": " + contracts + ", as the contract beside it says, but got \"" + text + "\""
                            + NearestName.hint(text, List.of(contracts)));
        }
    }

    private static Problem missing(Place place, String key) {
        return Problem.input(place, "Expected \"" + key + "\", but it is missing or empty");
    }
}
