package dev.vesper.rebalance;

import dev.vesper.books.HoldingPeriod;
import dev.vesper.orders.LotChoice;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The tax lots of one instrument in the order a sale takes them: least tax for each unit first. A deep short-term loss
 * comes before a small one, losses before gains, and a long-term gain before an equal short-term one, so it is
 * highest-in-first-out refined by rate.
 *
 * <p>Why the lots can be chosen after the quantities, and still be exactly right: tax enters no hard constraint (it is
 * paid later, not from today's cash), and the soft score sums it over instruments. So for any quantity sold only the
 * least tax for that quantity matters, and that is the sum of the cheapest units: if a dearer unit were sold while a
 * cheaper one is kept, exchanging the two would lower the tax. The ladder is that sum, as a function of whole trading
 * lots; it is convex and piecewise linear, and reading it costs a binary search over this one instrument's lots.
 */
public final class TaxLadder {
    private final List<TaxLot> lots;
    private final BigDecimal lotSize;
    private final BigDecimal price;
    private final long[] fromLots;
    private final long[] taxBefore;
    private final long[] taxEach;
    private final long sellable;
    /** Most sales stay on the first rung: reading it needs no search. */
    private final long firstCount;

    private final long firstTaxEach;

    private TaxLadder(List<TaxLot> lots, BigDecimal lotSize, BigDecimal price, List<Rung> rungs) {
        this.lots = lots;
        this.lotSize = lotSize;
        this.price = price;
        fromLots = new long[rungs.size()];
        taxBefore = new long[rungs.size()];
        taxEach = new long[rungs.size()];
        long from = 0;
        long tax = 0;
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            fromLots[i] = from;
            taxBefore[i] = tax;
            taxEach[i] = rung.taxEach;
            from += rung.count;
            tax += rung.count * rung.taxEach;
        }
        sellable = from;
        firstCount = rungs.isEmpty() ? 0 : rungs.getFirst().count;
        firstTaxEach = rungs.isEmpty() ? 0 : rungs.getFirst().taxEach;
    }

    /** So many trading lots in a row that realise the same tax each. */
    private record Rung(long count, long taxEach) {}

    /**
     * Orders the lots and counts their tax.
     *
     * @param lots the long tax lots of one instrument and account, in any order
     * @param price the decision price, in currency units
     * @param shift powers of ten that the book's money is divided by
     * @param date the business date: a lot acquired more than a calendar year before it is long term
     */
    static TaxLadder of(
            List<TaxLot> lots, BigDecimal lotSize, BigDecimal price, LocalDate date, TaxRates rates, int shift) {
        List<TaxLot> ordered = lots.stream()
                .filter(lot -> lot.quantity().signum() > 0)
                .sorted(Comparator.comparing((TaxLot lot) -> taxPerUnit(lot, price, date, rates))
                        .thenComparing(TaxLot::acquired)
                        .thenComparing(TaxLot::id))
                .toList();
        List<Rung> rungs = new ArrayList<>();
        BigDecimal begun = BigDecimal.ZERO; // units of a trading lot that straddles tax lots
        BigDecimal begunTax = BigDecimal.ZERO;
        for (TaxLot lot : ordered) {
            BigDecimal each = taxPerUnit(lot, price, date, rates);
            BigDecimal left = lot.quantity();
            if (begun.signum() > 0) {
                BigDecimal taken = left.min(lotSize.subtract(begun));
                begun = begun.add(taken);
                begunTax = begunTax.add(taken.multiply(each));
                left = left.subtract(taken);
                if (begun.compareTo(lotSize) == 0) {
                    rungs.add(new Rung(1, Micros.nearest(begunTax.movePointLeft(shift))));
                    begun = BigDecimal.ZERO;
                    begunTax = BigDecimal.ZERO;
                }
            }
            long whole = left.divideToIntegralValue(lotSize).longValueExact();
            if (whole > 0) {
                rungs.add(new Rung(whole, Micros.nearest(lotSize.multiply(each).movePointLeft(shift))));
                left = left.subtract(lotSize.multiply(BigDecimal.valueOf(whole)));
            }
            if (left.signum() > 0) {
                begun = left;
                begunTax = left.multiply(each);
            }
        }
        return new TaxLadder(ordered, lotSize, price, rungs);
    }

    /** See {@link HoldingPeriod#isLong}: though 366 days lie between the June 28ths of 2023 and 2024, the second is not yet. */
    static boolean isLongTerm(TaxLot lot, LocalDate date) {
        return HoldingPeriod.isLong(lot.heldSince(), date);
    }

    private static BigDecimal taxPerUnit(TaxLot lot, BigDecimal price, LocalDate date, TaxRates rates) {
        int bps = isLongTerm(lot, date) ? rates.longTermBps() : rates.shortTermBps();
        return price.subtract(lot.cost()).multiply(BigDecimal.valueOf(bps)).movePointLeft(4);
    }

    /** The least tax, in micros, of selling so many trading lots; negative where losses outweigh gains. */
    public long taxMicros(long lotsSold) {
        if (lotsSold <= 0) {
            return 0;
        }
        if (lotsSold <= firstCount) {
            return lotsSold * firstTaxEach;
        }
        if (fromLots.length == 0) {
            return 0;
        }
        long sold = Math.min(lotsSold, sellable); // what goes beyond opens a short position and realises nothing
        int at = Arrays.binarySearch(fromLots, sold);
        int rung = at >= 0 ? at : -at - 2;
        return taxBefore[rung] + (sold - fromLots[rung]) * taxEach[rung];
    }

    /**
     * The tax lots that a sale of so many trading lots takes from. They sum to the quantity exactly, except that a sale
     * beyond the long lots (a short sale) has no lot for what goes beyond.
     */
    public List<LotChoice> choose(long lotsSold) {
        BigDecimal left = lotSize.multiply(BigDecimal.valueOf(Math.max(0, lotsSold)));
        List<LotChoice> chosen = new ArrayList<>();
        for (TaxLot lot : lots) {
            if (left.signum() <= 0) {
                break;
            }
            BigDecimal taken = left.min(lot.quantity());
            chosen.add(new LotChoice(lot.id(), taken));
            left = left.subtract(taken);
        }
        return chosen;
    }

    /** What that sale realises at the decision price, in currency units; negative for a loss. */
    public BigDecimal realisedGain(long lotsSold) {
        BigDecimal left = lotSize.multiply(BigDecimal.valueOf(Math.max(0, lotsSold)));
        BigDecimal gain = BigDecimal.ZERO;
        for (TaxLot lot : lots) {
            BigDecimal taken = left.min(lot.quantity());
            gain = gain.add(taken.multiply(price.subtract(lot.cost())));
            left = left.subtract(taken);
        }
        return gain;
    }
}
