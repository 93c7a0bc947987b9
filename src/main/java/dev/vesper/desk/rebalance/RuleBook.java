package dev.vesper.desk.rebalance;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import java.util.List;
import java.util.SortedMap;

/** The firm's limits and compliance rules. */
public interface RuleBook {
    /**
     * Judges all orders of one account against its book.
     *
     * @return verdicts in a stable order: by subject, then rule; every limit checked gives one, passing or not
     */
    List<Verdict> check(AccountBook book);

    /** Version of each rule file: the first 12 hex digits of its SHA-256, by path. */
    SortedMap<String, String> versions();
}
