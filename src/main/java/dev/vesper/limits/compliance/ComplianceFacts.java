package dev.vesper.limits.compliance;

import dev.vesper.limits.AccountBook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All that compliance rules may know of a book, kind by kind; computed once each time a book is judged. */
public final class ComplianceFacts {
    /** Each kind of fact with how it is computed: a new one is a record of its own and a line here. */
    private static final List<Function<AccountBook, List<? extends ComplianceFact>>> KINDS =
            List.of(LotHeld::of, Order::of, LotSold::of, LossReplaced::of, Traded::of, Restricted::of);

    private ComplianceFacts() {}

    /** The facts of one book, in a stable order; linear in its lots, orders, trades and restricted symbols. */
    public static List<ComplianceFact> of(AccountBook book) {
        List<ComplianceFact> facts = new ArrayList<>();
        KINDS.forEach(kind -> facts.addAll(kind.apply(book)));
        return facts;
    }
}
