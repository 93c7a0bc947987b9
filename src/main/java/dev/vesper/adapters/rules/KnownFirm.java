package dev.vesper.adapters.rules;

import dev.vesper.desk.firm.Firm;
import dev.vesper.limits.lists.ListKind;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.measure.GroupWeight;
import dev.vesper.limits.table.Kind;
import dev.vesper.market.Instrument;
import dev.vesper.market.Sectors;
import dev.vesper.portfolio.Account;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The firm by which a table is looked at: which columns its files have, which words there are, which lists its rules keep, and
 * who and what it has.
 *
 * @param words by the fact's name, such as the sectors of its instruments
 * @param lists by name; empty where they are not known
 * @param accounts none where they are not known
 * @param instruments none where they are not known
 */
public record KnownFirm(
        FirmColumns columns,
        Map<String, SortedSet<String>> words,
        Optional<SortedSet<String>> lists,
        List<Account> accounts,
        List<Instrument> instruments) {
    /** No firm at all: its columns are unknown, and so are its words. */
    public static final KnownFirm NONE = new KnownFirm(FirmColumns.NONE, Map.of());

    /** Whatever firm it may be. */
    public static final KnownFirm ANY = new KnownFirm(FirmColumns.ANY, Map.of());

    public KnownFirm {
        accounts = List.copyOf(accounts);
        instruments = List.copyOf(instruments);
    }

    /** Whatever lists there may be. */
    public KnownFirm(FirmColumns columns, Map<String, SortedSet<String>> words) {
        this(columns, words, Optional.empty(), List.of(), List.of());
    }

    /** The same with rules that keep these lists, by name. */
    public KnownFirm withLists(Collection<String> names) {
        return new KnownFirm(columns, words, Optional.of(new TreeSet<>(names)), accounts, instruments);
    }

    /** Whether there is anybody to look for. */
    boolean peopled() {
        return !accounts.isEmpty() && !instruments.isEmpty();
    }

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
        return new KnownFirm(
                FirmColumns.of(instruments, firm.accounts()),
                words,
                Optional.empty(),
                firm.accounts(),
                List.copyOf(instruments));
    }

    /** The words that a fact can be in this firm; empty where they are not known, or it is no word. */
    Optional<SortedSet<String>> of(Fact<?> fact, boolean ofInstrument) {
        if (fact.type() instanceof FactType.OfFirm(Kind kind)) {
            return kind == Kind.TEXT
                    ? columns.column(fact.name(), ofInstrument).map(KnownFirm::texts)
                    : Optional.empty();
        }
        return fact.equals(GroupWeight.LIST) ? lists : Optional.ofNullable(words.get(fact.name()));
    }

    /** What entries of a list can name in this firm; none where it is not known. */
    SortedSet<String> listed(ListKind kind) {
        String fact = switch (kind) {
            case INSTRUMENT -> CommonFacts.SYMBOL.name();
            case SECTOR -> CommonFacts.SECTOR.name();
            case ISSUER -> "Issuer";
            case COUNTRY -> "Country";
        };
        return words.getOrDefault(fact, Collections.emptySortedSet());
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
