package dev.vesper.data;

import java.util.List;
import java.util.Optional;

/**
 * What is promised of one table.
 *
 * @param rules in the order of the contract
 * @param notChecked what the contract says and Vesper does not check
 */
public record TableContract(String name, List<Field> fields, List<QualityRule> rules, List<NotChecked> notChecked) {
    public TableContract {
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
        notChecked = List.copyOf(notChecked);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
