package dev.vesper.books;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a posting lands, within the books of one client account.
 *
 * @param unit what is counted there
 * @param lot the tax lot, for {@link Type#LOT_UNITS} and {@link Type#LOT_COST}, else null
 */
public record LedgerAccount(Type type, Unit unit, @Nullable LotId lot) {
    /** What an account of the ledger is for. A debit is positive: what the client has; a credit is negative. */
    public enum Type {
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
        /** Realised on what was held for more than a year: a gain is negative. */
        GAIN_LONG(Unit.Kind.CURRENCY),
        /** Realised on what was held for a year or less, and on short lots: a gain is negative. */
        GAIN_SHORT(Unit.Kind.CURRENCY),
        /** Dividends and interest: income is negative. */
        INCOME(Unit.Kind.CURRENCY),
        /** Tax withheld from income. */
        TAX_WITHHELD(Unit.Kind.CURRENCY),
        /** Fees that belong to no trade, for example custody. */
        FEES(Unit.Kind.CURRENCY);

        private final Unit.Kind counts;

        Type(Unit.Kind counts) {
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
        public static Type of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public LedgerAccount {
        if (unit.kind() != type.counts || (lot != null) != type.ofLot()) {
            throw new IllegalArgumentException("Expected " + type.word() + " to count "
                    + type.counts.name().toLowerCase(Locale.ROOT) + (type.ofLot() ? " by lot" : "")
                    + ", but got " + unit + " of lot " + lot);
        }
    }

    public static LedgerAccount money(Type type, String currency) {
        return new LedgerAccount(type, Unit.currency(currency), null);
    }

    public static LedgerAccount units(Type type, String symbol) {
        return new LedgerAccount(type, Unit.instrument(symbol), null);
    }

    public static LedgerAccount lotUnits(LotId lot) {
        return new LedgerAccount(Type.LOT_UNITS, Unit.instrument(lot.symbol()), lot);
    }

    public static LedgerAccount lotCost(LotId lot, String currency) {
        return new LedgerAccount(Type.LOT_COST, Unit.currency(currency), lot);
    }
}
