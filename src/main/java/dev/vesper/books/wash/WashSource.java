package dev.vesper.books.wash;

import dev.vesper.books.AccountType;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.books.PostingCode;
import java.math.BigDecimal;

/**
 * What a wash sale was booked from, for example {@code 2026-04-06-001 2026-03-30-001-A-IBM 100 A/IBM/2024-05-02/1 by
 * A/IBM/2026-04-07/1.1+698}.
 *
 * @param run the day that found it
 * @param sale the source of the trade that sold at a loss
 * @param units that were replaced
 * @param sold the lot they were of
 * @param replacement the part of a lot that replaces them
 */
record WashSource(String run, String sale, BigDecimal units, LotId sold, LotId replacement) {
    private static final String BY = " by ";
    private static final String BASIS = " basis";

    /** The source of the entry that lessens the loss. */
    String ofLoss() {
        return run + " " + sale + " " + units.toPlainString() + " " + sold + BY + replacement;
    }

    /** The source of the entry of another account, whose lots replace what was sold. */
    String ofBasis() {
        return ofLoss() + BASIS;
    }

    /** Whether an entry is the one of the account whose lots replace what another one sold. */
    static boolean isBasis(LedgerEntry entry) {
        return entry.source().endsWith(BASIS);
    }

    /**
     * Reads the source of a wash sale's entry.
     *
     * @throws IllegalArgumentException for anything else
     */
    static WashSource of(LedgerEntry entry) {
        String text =
                isBasis(entry) ? entry.source().substring(0, entry.source().length() - BASIS.length()) : entry.source();
        String[] words = text.split(" ", 4);
        int by = text.lastIndexOf(BY);
        int lots = words.length < 4 ? -1 : text.length() - words[3].length();
        if (lots < 0 || by < lots) {
            throw new IllegalArgumentException(
                    "Expected the source of a wash sale, but got \"" + entry.source() + "\"");
        }
        return new WashSource(
                words[0],
                words[1],
                new BigDecimal(words[2]),
                LotId.of(text.substring(lots, by)),
                LotId.of(text.substring(by + BY.length())));
    }

    /** What a wash sale's entry moves on accounts of a type. */
    static BigDecimal washed(LedgerEntry entry, AccountType type) {
        return entry.postings().stream()
                .filter(line ->
                        line.code() == PostingCode.WASH_SALE && line.account().type() == type)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
