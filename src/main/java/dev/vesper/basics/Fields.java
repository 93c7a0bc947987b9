package dev.vesper.basics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a row of a firm's file says beyond what Vesper itself asks for: {@code issuer} is {@code Apple}, {@code esg_score} is
 * 71. Names are found without regard to case, and a blank or a hyphen is as good as an underscore.
 */
public final class Fields {
    public static final Fields NONE = new Fields(List.of());

    private final Map<String, Field> byKey;

    private Fields(Collection<Field> fields) {
        Map<String, Field> keyed = new HashMap<>();
        fields.forEach(field -> keyed.put(key(field.name()), field));
        this.byKey = Collections.unmodifiableMap(keyed);
    }

    /** The fields of a row; without any it is {@link #NONE}. */
    public static Fields of(Collection<Field> fields) {
        return fields.isEmpty() ? NONE : new Fields(fields);
    }

    /**
     * One cell.
     *
     * @param name as the file's header has it
     * @param text as the cell has it, without blanks around it
     * @param value a {@link java.math.BigDecimal}, a {@link Boolean} or the text; empty where the cell is
     */
    public record Field(String name, String text, Optional<Object> value) {}

    /** The value of a field; empty where the cell is empty, or there is no such column. */
    public Optional<Object> value(String name) {
        Field field = byKey.get(key(name));
        return field == null ? Optional.empty() : field.value();
    }

    /** The cell of a field; empty where there is no such column. */
    public String text(String name) {
        Field field = byKey.get(key(name));
        return field == null ? "" : field.text();
    }

    public boolean has(String name) {
        return byKey.containsKey(key(name));
    }

    /** All of them, by name. */
    public List<Field> all() {
        List<Field> all = new ArrayList<>(byKey.values());
        all.sort((a, b) -> a.name().compareTo(b.name()));
        return all;
    }

    /** What two spellings of a name have in common: {@code ESG score} and {@code esg_score}. */
    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && byKey.equals(fields.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
