package dev.vesper.books;

import java.util.Locale;

/** What an account of the ledger is for. A debit is positive: what the client has; a credit is negative. */
public enum AccountType {
    /** Money that has arrived. */
    SETTLED_CASH(Unit.Kind.CURRENCY),
    /** Money of sales and income that is on its way. */
    RECEIVABLE(Unit.Kind.CURRENCY),
    /** Money of purchases that is to be paid: negative. */
    PAYABLE(Unit.Kind.CURRENCY),
    /** What the units of one lot cost, fees on the purchase included; negative for a short lot. */
    LOT_COST(Unit.Kind.CURRENCY),
    /** Units of one lot; negative for a short one. */
    LOT_UNITS(Unit.Kind.INSTRUMENT),
    /** Units traded and not delivered, negated: bought -200 until they are. */
    TRANSIT(Unit.Kind.INSTRUMENT),
    /** What the custodian must show, negated. */
    CUSTODY(Unit.Kind.INSTRUMENT),
    /** What the books were opened with. */
    EQUITY(Unit.Kind.CURRENCY),
    /** Money and units that came in or left beside trades, at cost: what came in is negative. */
    FLOWS(Unit.Kind.CURRENCY),
    /** Realised on what was held for more than a year: a gain is negative. */
    GAIN_LONG(Unit.Kind.CURRENCY),
    /** Realised on what was held for a year or less, and on short lots: a gain is negative. */
    GAIN_SHORT(Unit.Kind.CURRENCY),
    /** Dividends and interest: income is negative. */
    INCOME(Unit.Kind.CURRENCY),
    /** Tax withheld from income. */
    TAX_WITHHELD(Unit.Kind.CURRENCY),
    /** Fees that belong to no trade, for example custody. */
    FEES(Unit.Kind.CURRENCY),
    /** Losses that no basis takes, because a retirement account bought what was sold. */
    LOSS_FOR_GOOD(Unit.Kind.CURRENCY);

    private final Unit.Kind counts;

    AccountType(Unit.Kind counts) {
        this.counts = counts;
    }

    public Unit.Kind counts() {
        return counts;
    }

    public boolean ofLot() {
        return this == LOT_COST || this == LOT_UNITS;
    }

    /** Whether it is money that the client has or owes: cash on the traded basis is the sum of these. */
    public boolean cash() {
        return this == SETTLED_CASH || this == RECEIVABLE || this == PAYABLE;
    }

    /** As it is stored and shown, for example {@code settled-cash}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of a word. */
    public static AccountType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
