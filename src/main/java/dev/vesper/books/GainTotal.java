package dev.vesper.books;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a day realised in one account, for example 12 lots closed, 400.00 short term and -90.00 long term.
 *
 * @param lots how many were closed in whole or in part
 * @param shortTerm gain on units held for a year or less, negative for a loss
 * @param longTerm gain on units held longer
 * @param disallowed how much of the losses does not count: wash sales
 */
public record GainTotal(
        String account,
        long lots,
        BigDecimal proceeds,
        BigDecimal cost,
        BigDecimal shortTerm,
        BigDecimal longTerm,
        BigDecimal disallowed) {

    /** By account; one that closed nothing is absent. */
    public static List<GainTotal> of(List<LotGain> gains) {
        SortedMap<String, GainTotal> all = new TreeMap<>();
        for (LotGain gain : gains) {
            all.merge(gain.lot().account(), of(gain), GainTotal::plus);
        }
        return List.copyOf(all.values());
    }

    private static GainTotal of(LotGain one) {
        return new GainTotal(
                one.lot().account(),
                1,
                one.proceeds(),
                one.cost(),
                one.longTerm() ? BigDecimal.ZERO : one.gain(),
                one.longTerm() ? one.gain() : BigDecimal.ZERO,
                one.disallowed());
    }

    private GainTotal plus(GainTotal other) {
        return new GainTotal(
                account,
                lots + other.lots,
                proceeds.add(other.proceeds),
                cost.add(other.cost),
                shortTerm.add(other.shortTerm),
                longTerm.add(other.longTerm),
                disallowed.add(other.disallowed));
    }

    public BigDecimal gain() {
        return shortTerm.add(longTerm);
    }
}
