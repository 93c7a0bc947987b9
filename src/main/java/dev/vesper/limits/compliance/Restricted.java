package dev.vesper.limits.compliance;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.lists.NamedList;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A symbol that may not be bought: of the list {@value NamedList#RESTRICTED} of the rules, or of {@code firm.yaml}.
 *
 * @param because why and until when, to be said after "the restricted list": {@code : merger talks (legal, until 2018-06-30)};
 *     empty of what firm.yaml says alone
 */
public record Restricted(String symbol, String because) implements ComplianceFact {

    /** Each symbol once, in their order, however often and wherever it is named. */
    static List<Restricted> of(AccountBook book) {
        SortedMap<String, String> symbols = new TreeMap<>();
        book.restricted().forEach(symbol -> symbols.put(symbol, ""));
        book.lists()
                .symbols(NamedList.RESTRICTED, book.instruments().values())
                .forEach((symbol, entry) -> symbols.put(symbol, ": " + entry.because()));
        List<Restricted> all = new ArrayList<>();
        symbols.forEach((symbol, because) -> all.add(new Restricted(symbol, because)));
        return all;
    }
}
