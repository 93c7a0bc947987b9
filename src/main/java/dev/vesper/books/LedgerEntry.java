package dev.vesper.books;

import dev.vesper.orders.slice.RowSum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one client account, in lines that sum to zero for each unit. It never changes: {@link #reversal} takes
 * it back.
 *
 * @param source what it was made from, with the kind its identity: the order {@code 2018-04-11-001-0007}, or that with
 *     the number of its amendments, {@code 2018-04-11-001-0007/1}
 * @param account the client account whose books it belongs to
 * @param effective the day it counts from: trade, ex or pay date
 * @param settles when cash and units change hands, null where that is not known or nothing does
 * @param memo one line for people
 * @param executions vouches for the fills that a trade books, null for everything else
 * @param reverses the entry that this one takes back, or null
 */
public record LedgerEntry(
        EntryKind kind,
        String source,
        String account,
        LocalDate effective,
        @Nullable LocalDate settles,
        List<Posting> postings,
        String memo,
        @Nullable RowSum executions,
        @Nullable EntryId reverses) {
    /** The account of an entry that is of all accounts. */
    public static final String EVERY_ACCOUNT = "*";

    public LedgerEntry {
        postings = List.copyOf(postings);
    }

    /** An entry that books no fills and takes nothing back. */
    public static LedgerEntry of(
            EntryKind kind, String source, String account, LocalDate effective, List<Posting> postings, String memo) {
        return new LedgerEntry(kind, source, account, effective, null, postings, memo, null, null);
    }

    public EntryId id() {
        return EntryId.of(kind, source);
    }

    /** The order whose fills it books; of every other entry, its source. */
    public String order() {
        int end = source.indexOf('/');
        return kind.equals(EntryKind.AMENDED_TRADE) && end >= 0 ? source.substring(0, end) : source;
    }

    /** What its lines come to, by unit; every value of a balanced entry is zero. */
    public Map<Unit, BigDecimal> totals() {
        Map<Unit, BigDecimal> totals = new LinkedHashMap<>();
        postings.forEach(p -> totals.merge(p.account().unit(), p.amount(), BigDecimal::add));
        return totals;
    }

    /**
     * The entry that takes this one back: every line negated.
     *
     * @param effectiveOn the day from which it counts
     * @param why for people
     */
    public LedgerEntry reversal(LocalDate effectiveOn, String why) {
        return new LedgerEntry(
                EntryKind.REVERSAL,
                id().value(),
                account,
                effectiveOn,
                null,
                postings.stream().map(Posting::negated).toList(),
                why,
                null,
                id());
    }
}
