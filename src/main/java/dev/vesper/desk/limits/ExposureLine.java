package dev.vesper.desk.limits;

import dev.vesper.portfolio.SectorShare;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * What is held in one sector, asset class, currency or account, at the closes that decided; in units of the currency.
 *
 * @param name of the sector, asset class or account; {@value SectorShare#CASH} for what is in no holding; of a currency its
 *     code, for all its holdings
 * @param before in the morning
 * @param after once the orders are filled at their decision prices
 * @param filled as far as they are filled
 * @param shareBefore of the value of all accounts of the currency in the morning, as the other two; zero where they are worth
 *     nothing
 */
public record ExposureLine(
        String currency,
        String name,
        BigDecimal before,
        BigDecimal after,
        BigDecimal filled,
        double shareBefore,
        double shareAfter,
        double shareFilled) {
    /** By currency; the largest first, cash last. */
    static final Comparator<ExposureLine> LARGEST_FIRST = Comparator.comparing(ExposureLine::currency)
            .thenComparing(line -> line.name.equals(SectorShare.CASH))
            .thenComparing(
                    Comparator.comparing((ExposureLine line) -> line.after.abs().max(line.before.abs()))
                            .reversed())
            .thenComparing(ExposureLine::name);
}
