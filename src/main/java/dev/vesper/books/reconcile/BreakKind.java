package dev.vesper.books.reconcile;

import java.util.Locale;

/** Why a statement and the books differ, as far as the figures tell. */
public enum BreakKind {
    /** Trades or dividends that settle after the statement's day, and that the custodian shows already. It goes by itself. */
    TIMING,
    /** Trades that settled by the statement's day, and that the custodian does not show. */
    MISSING_TRADE,
    /** A lot that one side has and the other has not. */
    MISSING_LOT,
    /** A lot of which the sides have other numbers of units. */
    QUANTITY,
    /** A lot of as many units that cost something else: a price or a fee. */
    COST,
    /** Money that no trade explains. */
    CASH,
    /** As if one side had split units or changed a symbol: what they cost in all is the same. */
    CORPORATE_ACTION,
    /** An account, a currency or a symbol that only one side knows. */
    MAPPING;

    /** As it is shown, for example {@code missing-lot}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether an adjusting entry can bring the books to the custodian's figure. */
    public boolean adjustable() {
        return this == MISSING_LOT || this == QUANTITY || this == COST || this == CASH;
    }
}
