package dev.vesper.adapters.lake;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.data.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The data products of a project: one for each folder below products/. */
public final class Products {
    private final SortedMap<String, Product> byId;

    private Products(SortedMap<String, Product> byId) {
        this.byId = byId;
    }

    /**
     * Reads every folder that holds a {@code product.yaml}.
     *
     * @param readers what a product may name as its reader
     * @throws Problem of kind INPUT, with file, line and column, where a product or its contract cannot be used
     */
    public static Products read(Path folder, Map<String, RowReader> readers) {
        SortedMap<String, Product> byId = new TreeMap<>();
        if (!Files.isDirectory(folder)) { // listing a pipe would wait for ever
            throw Problem.input(
                    Place.of(folder.toString()),
                    "Expected a folder with one folder for each data product, but it is none");
        }
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path product : folders.sorted().toList()) {
                if (Files.exists(product.resolve("product.yaml"))) {
                    Product read = Product.read(product, readers);
                    byId.put(read.id(), read);
                }
            }
        } catch (IOException e) {
            throw Problem.input(
                    Place.of(folder.toString()),
                    "Expected a folder with one folder for each data product, but "
                            + e.getClass().getSimpleName());
        }
        return new Products(byId);
    }

    /** Their names, ascending. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** @throws Problem of kind USAGE where there is none of that name */
    Product get(String id) {
        Product product = byId.get(id);
        if (product == null) {
            throw Problem.usage("Expected a data product below products/, but \"" + id + "\" is none"
                    + NearestName.hint(id, byId.keySet()));
        }
        return product;
    }
}
