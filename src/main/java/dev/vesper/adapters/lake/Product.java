package dev.vesper.adapters.lake;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.data.DataContract;
import dev.vesper.data.DataProduct;
import dev.vesper.data.Field;
import dev.vesper.data.QualityRule;
import dev.vesper.data.RowReader;
import dev.vesper.data.TableContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder of products/, read: all the lake needs to check, store and find the rows of a data product.
 *
 * @param table the contract's table of the product's name
 * @param contractVersion for example {@code 1.0.0 (3f1c0a9b7d2e)}: the contract's version and its file's check sum
 * @param contractSha256 of the contract's file
 * @param reader reads the file in which the rows are delivered
 */
record Product(
        DataProduct about, TableContract table, String contractVersion, String contractSha256, RowReader reader) {

    /**
     * Reads {@code contract.odcs.yaml} and {@code product.yaml} of a folder.
     *
     * @param readers what the product may name as its reader
     * @throws Problem of kind INPUT where one of them cannot be used
     */
    static Product read(Path folder, Map<String, RowReader> readers) {
        Path file = folder.resolve("contract.odcs.yaml");
        DataContract contract = ContractReader.read(file);
        DataProduct about = ProductReader.read(folder.resolve("product.yaml"), contract, readers.keySet());
        RowReader reader = Objects.requireNonNull(readers.get(about.reader()));
        TableContract table = contract.table(about.id())
                .orElseThrow(() -> wrong(about, "a table \"" + about.id() + "\"", "there is none"));
        usable(about, table, reader);
        whole(about, table);
        String sha256 = sha256(file);
        return new Product(about, table, contract.version() + " (" + Sha256.shortened(sha256) + ")", sha256, reader);
    }

    String id() {
        return about.id();
    }

    /** The columns that are stored: the contract's fields that the reader delivers, in the contract's order. */
    List<String> stored() {
        List<String> stored =
                new ArrayList<>(table.fields().stream().map(Field::name).toList());
        stored.retainAll(reader.columns(table));
        return stored;
    }

    private static void usable(DataProduct about, TableContract table, RowReader reader) {
        if (table.date().isEmpty()) {
            throw wrong(about, "a date with \"partitioned: true\"", "no property of the contract has it");
        }
        if (table.key().isEmpty()) {
            throw wrong(about, "a key", "no property of the contract has \"primaryKey: true\"");
        }
        Set<String> names = new HashSet<>(Staging.OWN_COLUMNS);
        for (Field field : table.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (name.isEmpty() || !names.add(name) || !names.add(RowSql.textName(name))) {
                throw wrong(
                        about,
                        "every property to have a name of its own, none of " + String.join(", ", Staging.OWN_COLUMNS),
                        "got \"" + field.name() + "\"");
            }
        }
        List<String> delivered = reader.columns(table);
        List<String> needed = new ArrayList<>(table.key());
        needed.add(table.date());
        needed.add(table.value());
        for (String column : needed) {
            if (!delivered.contains(column)) {
                throw wrong(
                        about,
                        "key, date and value to be delivered",
                        "the reader gives " + String.join(", ", delivered) + " and no \"" + column + "\"");
            }
        }
    }

    /** Refuses a contract that lost rules: what is cut off at the end of a line is still YAML. */
    private static void whole(DataProduct about, TableContract table) {
        Set<String> there = table.rules().stream().map(QualityRule::id).collect(Collectors.toSet());
        for (String required : about.requiredRules()) {
            if (!there.contains(required)) {
                throw wrong(
                        about,
                        "the rule \"" + required + "\", which product.yaml beside it requires,",
                        "it is not there or cannot be checked; maybe the file was cut off, or the rule should first be"
                                + " taken out of requiredRules");
            }
        }
    }

    private static Problem wrong(DataProduct about, String expected, String found) {
        return Problem.input(
                Place.of(about.id() + "/contract.odcs.yaml"),
                "Expected " + expected + " in the contract, but " + found);
    }

    private static String sha256(Path file) {
        try {
            return FileSum.of(file);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + file + ", but " + e, e);
        }
    }
}
