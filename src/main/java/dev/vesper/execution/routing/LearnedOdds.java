package dev.vesper.execution.routing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Learns how much each venue fills of an instrument from the children of earlier days: a {@link ShrunkTail} in lots of the
 * instrument, drawn towards what the venue filled of all instruments by their value in money.
 *
 * <p>A child that was filled whole, or cut short, says only that there was at least as much. Amounts are rounded down, those of
 * an instrument to 16 steps an octave and those of all instruments to 4, so that the odds of a long history stay few.
 */
public final class LearnedOdds {
    /** How many orders of the instrument count as much as those of all others together. */
    public static final double SHRINKAGE = 10;

    private static final int OWN_BITS = 5;
    private static final int ALL_BITS = 3;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private LearnedOdds() {}

    /**
     * An instrument whose odds are asked.
     *
     * @param lot units
     * @param price of a unit, in currency units
     */
    public record Asked(String symbol, BigDecimal lot, BigDecimal price) {}

    /** The odds of each instrument at each venue that was tried at all. */
    public static VenueOdds of(Collection<TriedChild> tried, Collection<Asked> instruments) {
        SortedMap<String, List<TriedChild>> byVenue =
                new TreeMap<>(tried.stream().collect(Collectors.groupingBy(TriedChild::venue)));
        SortedMap<String, SortedMap<String, LiquidityTail>> odds = new TreeMap<>();
        byVenue.forEach((venue, children) -> {
            NavigableMap<Long, Double> all = all(children);
            Map<String, List<TriedChild>> bySymbol =
                    children.stream().collect(Collectors.groupingBy(TriedChild::symbol));
            SortedMap<String, LiquidityTail> tails = new TreeMap<>();
            for (Asked asked : instruments) {
                List<CensoredFill> own = bySymbol.getOrDefault(asked.symbol(), List.of()).stream()
                        .flatMap(
                                child -> fill(
                                        child,
                                        whole(child.sent(), asked.lot()),
                                        whole(child.filled(), asked.lot()),
                                        OWN_BITS)
                                        .stream())
                        .toList();
                tails.put(asked.symbol(), ShrunkTail.of(own, inLots(all, asked), SHRINKAGE));
            }
            odds.put(venue, tails);
        });
        return new VenueOdds(odds);
    }

    /** The steps of all instruments, by money in hundredths. */
    private static NavigableMap<Long, Double> all(List<TriedChild> children) {
        List<CensoredFill> fills = new ArrayList<>();
        for (TriedChild child : children) {
            fill(child, cents(child.sent(), child.price()), cents(child.filled(), child.price()), ALL_BITS)
                    .ifPresent(fills::add);
        }
        Hazards hazards = Hazards.of(fills);
        NavigableMap<Long, Double> steps = new TreeMap<>();
        hazards.exact()
                .keySet()
                .forEach(cents -> steps.put(cents, hazards.at(cents).odds()));
        return steps;
    }

    /** The same by lots; steps within one lot are one. */
    private static NavigableMap<Long, Double> inLots(NavigableMap<Long, Double> all, Asked asked) {
        long lot = Math.max(1, cents(asked.lot(), asked.price()));
        NavigableMap<Long, Double> steps = new TreeMap<>();
        all.forEach((cents, odds) -> steps.merge(cents / lot, odds, (a, b) -> 1 - (1 - a) * (1 - b)));
        return steps;
    }

    private static Optional<CensoredFill> fill(TriedChild child, long sent, long filled, int bits) {
        boolean censored = child.cutShort() || child.filled().compareTo(child.sent()) >= 0;
        if (censored) {
            return filled > 0 ? Optional.of(new CensoredFill(filled, filled)) : Optional.empty();
        }
        return sent > 0
                ? Optional.of(new CensoredFill(sent, Math.min(sent - 1, down(filled, bits))))
                : Optional.empty();
    }

    private static long whole(BigDecimal units, BigDecimal lot) {
        return units.divide(lot, 0, RoundingMode.DOWN).min(MOST).longValue();
    }

    private static long cents(BigDecimal units, BigDecimal price) {
        return units.multiply(price)
                .movePointRight(2)
                .setScale(0, RoundingMode.DOWN)
                .min(MOST)
                .longValue();
    }

    /** Keeps the first binary digits. */
    static long down(long amount, int bits) {
        int length = Long.SIZE - Long.numberOfLeadingZeros(amount);
        return length <= bits ? amount : amount >>> (length - bits) << (length - bits);
    }
}
