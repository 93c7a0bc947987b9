package dev.vesper.adapters.rules;

import dev.vesper.desk.firm.Firm;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.table.Kind;
import dev.vesper.market.Instrument;
import dev.vesper.market.Sectors;
import dev.vesper.portfolio.Account;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The firm by which a table is looked at: which columns its files have, and which words there are.
 *
 * @param words by the fact's name, such as the sectors of its instruments
 */
public record KnownFirm(FirmColumns columns, Map<String, SortedSet<String>> words) {
    /** No firm at all: its columns are unknown, and so are its words. */
    public static final KnownFirm NONE = new KnownFirm(FirmColumns.NONE, Map.of());

    /** Whatever firm it may be. */
    public static final KnownFirm ANY = new KnownFirm(FirmColumns.ANY, Map.of());

    public static KnownFirm of(Firm firm) {
        Collection<Instrument> instruments = firm.instruments().values();
        Map<String, SortedSet<String>> words = new HashMap<>();
        words.put(CommonFacts.ACCOUNT.name(), words(firm.accounts(), Account::id));
        words.put(
                CommonFacts.STRATEGY.name(),
                new TreeSet<>(firm.settings().strategies().keySet()));
        words.put(
                CommonFacts.CURRENCY.name(),
                words(firm.accounts(), account -> account.cash().currency()));
        words.put(CommonFacts.SYMBOL.name(), words(instruments, Instrument::symbol));
        words.put(CommonFacts.SECTOR.name(), words(instruments, Instrument::sector));
        for (String column : new String[] {"Issuer", "Country", "Rating"}) {
            if (instruments.stream().anyMatch(i -> i.fields().has(column))) {
                words.put(column, words(instruments, i -> i.fields().text(column)));
            }
        }
        words.values().forEach(known -> known.removeIf(Sectors::unknown));
        return new KnownFirm(FirmColumns.of(instruments, firm.accounts()), words);
    }

    /** The words that a fact can be in this firm; empty where they are not known, or it is no word. */
    Optional<SortedSet<String>> of(Fact<?> fact, boolean ofInstrument) {
        if (fact.type() instanceof FactType.OfFirm(Kind kind)) {
            return kind == Kind.TEXT
                    ? columns.column(fact.name(), ofInstrument).map(KnownFirm::texts)
                    : Optional.empty();
        }
        return Optional.ofNullable(words.get(fact.name()));
    }

    private static SortedSet<String> texts(FirmColumns.Column column) {
        SortedSet<String> texts = new TreeSet<>();
        column.values().forEach(value -> texts.add(String.valueOf(value)));
        return texts;
    }

    private static <T> SortedSet<String> words(Collection<T> all, Function<T, String> word) {
        SortedSet<String> words = new TreeSet<>();
        all.forEach(one -> words.add(word.apply(one)));
        return words;
    }
}
