package dev.vesper.data;

import java.util.List;
import java.util.Optional;

/**
 * What a data product promises: the part of an Open Data Contract Standard document that can be checked.
 *
 * @param version of the contract, raised by whoever changes it
 */
public record DataContract(String id, String version, String status, List<TableContract> tables) {
    public DataContract {
        tables = List.copyOf(tables);
    }

    public Optional<TableContract> table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }
}
