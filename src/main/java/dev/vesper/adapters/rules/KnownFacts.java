package dev.vesper.adapters.rules;

import dev.vesper.basics.Fields;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
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
    /** How the fact begins that an instrument stands on a list; the list's name follows. */
    static final String ON_LIST = "On list ";

    /** By its name; what Vesper knows before what the firm wrote. */
    Optional<Fact<?>> find(String name, Kind declared) {
        Optional<Fact<?>> known =
                facts.stream().filter(f -> f.name().equals(name)).findFirst();
        if (known.isPresent() || (ofInstrument() && name.startsWith(ON_LIST))) {
            return known.isPresent() ? known : onList(name);
        }
        return firm.columns().fact(name, declared, ofInstrument()).map(fact -> fact);
    }

    /** {@code On list esg exclusions}. */
    private Optional<Fact<?>> onList(String name) {
        String key = Fields.key(name.substring(ON_LIST.length()));
        boolean there = firm.lists().isEmpty()
                || firm.lists().get().stream().map(Fields::key).anyMatch(key::equals)
                || key.equals(NamedList.RESTRICTED);
        return there
                ? Optional.of(new Fact<>(
                        name, new FactType.OnList(key), "whether the instrument stands on this list of the rules"))
                : Optional.empty();
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(firm.columns().names(ofInstrument()));
        facts.forEach(fact -> names.add(fact.name()));
        if (ofInstrument()) {
            names.add(ON_LIST + NamedList.RESTRICTED);
            firm.lists().ifPresent(lists -> lists.forEach(list -> names.add(ON_LIST + list.replace('-', ' '))));
        }
        return names;
    }

    boolean ofInstrument() {
        return facts.contains(CommonFacts.SYMBOL);
    }
}
