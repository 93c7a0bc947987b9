package dev.vesper.books.wash;

import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A wash sale as it was booked. Example: 250.00 of the loss on A/IBM/2024-05-02/1 do not count, because 100 units of it were
 * replaced by A/IBM/2026-04-01/1.1+698.
 *
 * @param sale names the trade that sold at a loss
 * @param sold the lot that was sold
 * @param replacement the part of a lot that replaces its units, with its own account
 * @param units that were replaced, greater than zero
 * @param disallowed loss on them, greater than zero, in the account's currency
 * @param forGood whether no cost takes it: the replacement is in a retirement account
 */
public record DisallowedLoss(
        String sale, LotId sold, LotId replacement, BigDecimal units, BigDecimal disallowed, boolean forGood) {
    /**
     * Reads an entry of the account that sold; empty for any other, that of another account that bought included.
     *
     * @throws IllegalArgumentException where a wash sale does not say what it replaces
     */
    public static Optional<DisallowedLoss> of(LedgerEntry entry) {
        if (!entry.kind().equals(EntryKind.WASH_SALE) || entry.reverses() != null || WashSource.isBasis(entry)) {
            return Optional.empty();
        }
        WashSource source = WashSource.of(entry);
        return Optional.of(new DisallowedLoss(
                source.sale(),
                source.sold(),
                source.replacement(),
                source.units(),
                WashSource.washed(entry, AccountType.GAIN_LONG)
                        .add(WashSource.washed(entry, AccountType.GAIN_SHORT))
                        .negate(),
                WashSource.washed(entry, AccountType.LOSS_FOR_GOOD).signum() != 0));
    }
}
