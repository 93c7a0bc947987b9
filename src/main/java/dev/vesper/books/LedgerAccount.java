package dev.vesper.books;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a posting lands, within the books of one client account.
 *
 * @param unit what is counted there
 * @param lot the tax lot, for {@link AccountType#LOT_UNITS} and {@link AccountType#LOT_COST}, else null
 */
public record LedgerAccount(
        AccountType type, Unit unit, @Nullable LotId lot) {
    public LedgerAccount {
        if (unit.kind() != type.counts() || (lot != null) != type.ofLot()) {
            throw new IllegalArgumentException("Expected " + type.word() + " to count "
                    + type.counts().name().toLowerCase(Locale.ROOT) + (type.ofLot() ? " by lot" : "")
                    + ", but got " + unit + " of lot " + lot);
        }
    }

    public static LedgerAccount money(AccountType type, String currency) {
        return new LedgerAccount(type, Unit.currency(currency), null);
    }

    public static LedgerAccount units(AccountType type, String symbol) {
        return new LedgerAccount(type, Unit.instrument(symbol), null);
    }

    public static LedgerAccount lotUnits(LotId lot) {
        return new LedgerAccount(AccountType.LOT_UNITS, Unit.instrument(lot.symbol()), lot);
    }

    public static LedgerAccount lotCost(LotId lot, String currency) {
        return new LedgerAccount(AccountType.LOT_COST, Unit.currency(currency), lot);
    }
}
