package dev.vesper.adapters.rules;

import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.table.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a table may ask for.
 *
 * @param facts that Vesper knows of what the table is about
 * @param firm whose files may have further columns
 */
record KnownFacts(Set<Fact<?>> facts, KnownFirm firm) {
    /** By its name; what Vesper knows before what the firm wrote. */
    Optional<Fact<?>> find(String name, Kind declared) {
        Optional<Fact<?>> known =
                facts.stream().filter(f -> f.name().equals(name)).findFirst();
        return known.isPresent()
                ? known
                : firm.columns().fact(name, declared, ofInstrument()).map(fact -> fact);
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(firm.columns().names(ofInstrument()));
        facts.forEach(fact -> names.add(fact.name()));
        return names;
    }

    boolean ofInstrument() {
        return facts.contains(CommonFacts.SYMBOL);
    }
}
