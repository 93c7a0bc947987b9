package dev.vesper.limits.compliance;

import dev.vesper.limits.AccountBook;
import java.util.List;

/** A symbol that may not be bought. */
public record Restricted(String symbol) implements ComplianceFact {

    /** Each symbol once, however often the firm's list names it. */
    static List<Restricted> of(AccountBook book) {
        return book.restricted().stream().distinct().map(Restricted::new).toList();
    }
}
