package dev.vesper.portfolio;

import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.Sectors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much of the accounts of one currency lies in one sector, for example Energy, 0.12 before the day and 0.15 after.
 *
 * @param sector {@value #CASH} for what is in no holding, Unknown for holdings whose sector nobody knows
 * @param before value in the morning, at the last closes, in currency units
 * @param after the same once the fills are booked
 * @param shareBefore of the value of all accounts of the currency; zero where they are worth nothing
 */
public record SectorShare(
        String currency, String sector, BigDecimal before, BigDecimal after, double shareBefore, double shareAfter) {
    public static final String CASH = "Cash";

    private static final Comparator<SectorShare> LARGEST_FIRST = Comparator.comparing(
                    (SectorShare share) -> share.sector.equals(CASH))
            .thenComparing(Comparator.comparing(
                            (SectorShare share) -> share.after.abs().max(share.before.abs()))
                    .reversed())
            .thenComparing(SectorShare::sector);

    /**
     * By currency, then the largest first, cash last.
     *
     * @param before what the accounts of each currency held in the morning
     * @param after and in the evening
     */
    public static List<SectorShare> of(
            List<CurrencyHoldings> before,
            List<CurrencyHoldings> after,
            Map<String, Instrument> instruments,
            PriceHistory prices) {
        Map<String, Map<String, BigDecimal>> morning = new HashMap<>();
        before.forEach(held -> morning.put(held.currency(), sectors(held, instruments, prices)));
        List<SectorShare> all = new ArrayList<>();
        for (CurrencyHoldings held : after) {
            Map<String, BigDecimal> evening = sectors(held, instruments, prices);
            Map<String, BigDecimal> early = morning.getOrDefault(held.currency(), Map.of());
            BigDecimal valueBefore = sum(early);
            BigDecimal valueAfter = sum(evening);
            TreeSet<String> names = new TreeSet<>(evening.keySet());
            names.addAll(early.keySet());
            names.stream()
                    .map(sector -> {
                        BigDecimal was = early.getOrDefault(sector, BigDecimal.ZERO);
                        BigDecimal is = evening.getOrDefault(sector, BigDecimal.ZERO);
                        return new SectorShare(
                                held.currency(), sector, was, is, share(was, valueBefore), share(is, valueAfter));
                    })
                    .sorted(LARGEST_FIRST)
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    private static Map<String, BigDecimal> sectors(
            CurrencyHoldings held, Map<String, Instrument> instruments, PriceHistory prices) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        sums.put(CASH, held.cash());
        for (HoldingTotal holding : HoldingTotal.of(held, prices)) {
            Instrument instrument = instruments.get(holding.symbol());
            String sector =
                    instrument == null || Sectors.unknown(instrument.sector()) ? Sectors.UNKNOWN : instrument.sector();
            sums.merge(sector, holding.marketValue().orElse(BigDecimal.ZERO), BigDecimal::add);
        }
        return sums;
    }

    private static BigDecimal sum(Map<String, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? 0 : part.doubleValue() / whole.doubleValue();
    }
}
