package dev.vesper.limits.lists;

import dev.vesper.market.Instrument;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands on which list on one day: what has expired by then, or does not hold yet, is left out. Thread-safe. */
public final class ListsOnDay {
    /** No list at all. */
    public static final ListsOnDay NONE = new ListsOnDay();

    /** By the key of what an instrument says: the entries, by the name of their list. */
    private final Map<ListKind, Map<String, SortedMap<String, ListEntry>>> entries = new EnumMap<>(ListKind.class);

    private ListsOnDay() {}

    public static ListsOnDay of(Collection<NamedList> lists, LocalDate day) {
        ListsOnDay on = new ListsOnDay();
        for (NamedList list : lists) {
            for (ListEntry entry : list.entries()) {
                if (entry.holds(day)) {
                    on.entries
                            .computeIfAbsent(list.kind(), _ -> new HashMap<>())
                            .computeIfAbsent(list.kind().key(entry.name()), _ -> new TreeMap<>())
                            .putIfAbsent(list.name(), entry);
                }
            }
        }
        return on;
    }

    /**
     * The lists that an instrument stands on, with the entry that says so, by name.
     *
     * @param instrument null where the firm does not know the symbol: then only lists of instruments can name it
     */
    public SortedMap<String, ListEntry> of(String symbol, @Nullable Instrument instrument) {
        if (entries.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, ListEntry> found = new TreeMap<>();
        entries.forEach((kind, keyed) -> {
            String said = kind == ListKind.INSTRUMENT ? symbol : instrument == null ? "" : kind.of(instrument);
            SortedMap<String, ListEntry> here = said.isBlank() ? null : keyed.get(kind.key(said));
            if (here != null) {
                found.putAll(here);
            }
        });
        return found;
    }

    /** The symbols on one list: those it names, and those of instruments whose issuer, country or sector it names. */
    public SortedMap<String, ListEntry> symbols(String list, Collection<Instrument> instruments) {
        SortedMap<String, ListEntry> symbols = new TreeMap<>();
        entries.getOrDefault(ListKind.INSTRUMENT, Map.of()).forEach((symbol, lists) -> {
            ListEntry entry = lists.get(list);
            if (entry != null) {
                symbols.put(symbol, entry);
            }
        });
        if (entries.keySet().stream().anyMatch(kind -> kind != ListKind.INSTRUMENT)) {
            for (Instrument instrument : instruments) {
                ListEntry entry = of(instrument.symbol(), instrument).get(list);
                if (entry != null) {
                    symbols.put(instrument.symbol(), entry);
                }
            }
        }
        return symbols;
    }
}
