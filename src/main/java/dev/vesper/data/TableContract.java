package dev.vesper.data;

import java.util.List;
import java.util.Optional;

/**
 * What is promised of one table.
 *
 * @param key the fields that name a row, in the order of their key positions; empty where the contract has no key
 * @param date the date field by which the table is partitioned, for example {@code date}; empty where there is none
 * @param rules in the order of the contract
 * @param notChecked what the contract says and Vesper does not check
 */
public record TableContract(
        String name,
        List<Field> fields,
        List<String> key,
        String date,
        List<QualityRule> rules,
        List<NotChecked> notChecked) {
    public TableContract {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        rules = List.copyOf(rules);
        notChecked = List.copyOf(notChecked);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** What separates the series of the table: its key without the date, for example {@code symbol}. */
    public List<String> series() {
        return key.stream().filter(name -> !name.equals(date)).toList();
    }

    /** The field that says most of a row: the first outside the key that must not be empty, for example {@code close}. */
    public String value() {
        List<String> outside = fields.stream()
                .map(Field::name)
                .filter(name -> !key.contains(name))
                .toList();
        return outside.stream()
                .filter(this::required)
                .findFirst()
                .or(() -> outside.stream().findFirst())
                .orElseGet(() -> fields.getFirst().name());
    }

    /** Whether a field must not be empty. */
    public boolean required(String field) {
        return rules.stream()
                .anyMatch(r -> r.check() instanceof Check.NotNull c && c.field().equals(field));
    }
}
