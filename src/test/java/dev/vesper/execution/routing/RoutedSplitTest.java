package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.market.TickTable;
import dev.vesper.market.Venue;
import dev.vesper.market.VenueTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoutedSplitTest {
    private static final BigDecimal PRICE = BigDecimal.valueOf(20);
    private static final Venue LIT = venue("LIT", false, 1, 0, 0, 0);
    private static final Venue CHEAP = venue("CHEAP", false, -1, 0, 0, 0);
    private static final Venue DARK = venue("DARK", true, 0, 0, 0, 0);
    private static final Venue POOL = venue("POOL", true, 0, 0, 0, 0);
    private static final LiquidityTail NOTHING = LiquidityTail.learned(List.of(new CensoredFill(200, 0)), 1);
    private static final LiquidityTail SURE = LiquidityTail.learned(List.of(new CensoredFill(200, 200)), 1);

    @Test
    void whereNothingIsKnownItIsAsBefore() {
        assertEquals("DARK 300, LIT 350, CHEAP 350", words(split(Map.of(), -1).of(1_000, List.of(LIT, DARK, CHEAP))));
    }

    /** Dark lots only where they are likely; a fill below a tenth of the part is not accepted. */
    @Test
    void theDarkShareFollowsWhatIsKnown() {
        List<Venue> venues = List.of(LIT, DARK, POOL);
        LiquidityTail some = LiquidityTail.learned(List.of(new CensoredFill(200, 120), new CensoredFill(200, 120)), 1);
        assertEquals(
                "POOL 300 (30), LIT 700",
                words(split(Map.of("DARK", NOTHING), -1).of(1_000, venues)));
        assertEquals(
                "DARK 120 (12), POOL 180 (18), LIT 700",
                words(split(Map.of("DARK", some), -1).of(1_000, venues)));
        assertEquals(
                "DARK 120 (12), LIT 880",
                words(split(Map.of("DARK", some, "POOL", NOTHING), -1).of(1_000, venues)));
        assertEquals(
                "LIT 1000",
                words(split(Map.of("DARK", NOTHING, "POOL", NOTHING), -1).of(1_000, venues)));
    }

    @Test
    void theLitLotsFollowFeesAndOdds() {
        List<Venue> venues = List.of(LIT, CHEAP);
        assertEquals(
                "CHEAP 1000",
                words(split(Map.of("LIT", SURE, "CHEAP", SURE), -1).of(1_000, venues)));
        assertEquals(
                "LIT 1000",
                words(split(Map.of("LIT", SURE, "CHEAP", NOTHING), -1).of(1_000, venues)));
        LiquidityTail shallow = LiquidityTail.learned(List.of(new CensoredFill(900, 600)), 1);
        assertEquals(
                "LIT 400, CHEAP 600",
                words(split(Map.of("LIT", SURE, "CHEAP", shallow), -1).of(1_000, venues)));
    }

    /** Each venue gets its tenth when it is its turn; a small order goes there whole every twentieth time. */
    @Test
    void noVenueIsForgotten() {
        List<Venue> venues = List.of(LIT, CHEAP);
        Map<String, LiquidityTail> tails = Map.of("LIT", NOTHING, "CHEAP", SURE, "DARK", NOTHING);
        assertEquals("LIT 100, CHEAP 900", words(split(tails, 0).of(1_000, venues)));
        assertEquals("CHEAP 1000", words(split(tails, 1).of(1_000, venues)));
        assertEquals("LIT 150", words(split(tails, 0).of(150, venues)));
        assertEquals("CHEAP 150", words(split(tails, 2).of(150, venues)));
        assertEquals("LIT 150", words(split(tails, 20).of(150, venues)));
        List<Venue> withDark = List.of(CHEAP, DARK);
        assertEquals("DARK 100 (10), CHEAP 900", words(split(tails, 10).of(1_000, withDark)));
        assertEquals("CHEAP 1000", words(split(tails, 11).of(1_000, withDark)));
    }

    @Test
    void aRulebookIsObeyedFromTheFirstDayOn() {
        Venue hundreds = venue("HUNDREDS", false, 1, 100, 0, 0);
        Venue blocks = venue("BLOCKS", true, 0, 0, 500, 0);
        assertEquals("HUNDREDS 400, LIT 550", words(split(Map.of(), -1).of(950, List.of(hundreds, LIT))));
        assertEquals("HUNDREDS 900", words(split(Map.of(), -1).of(950, List.of(hundreds))));
        assertEquals("", words(split(Map.of(), -1).of(50, List.of(hundreds))));
        assertEquals("LIT 1000", words(split(Map.of(), -1).of(1_000, List.of(LIT, blocks))));
        assertEquals("BLOCKS 600, LIT 1400", words(split(Map.of(), -1).of(2_000, List.of(LIT, blocks))));
    }

    @Test
    void theNearestGetsTheOddLot() {
        Venue far = venue("FAR", false, 1, 0, 0, 900);
        assertEquals("LIT 501, FAR 500", words(split(Map.of("DARK", SURE), -1).of(1_001, List.of(far, LIT))));
    }

    @Test
    void aDarkVenueIsShownNoMoreThanItMay() {
        RoutedSplit split =
                new RoutedSplit(10, 3_000, BigDecimal.ONE, PRICE, Map.of("DARK", SURE), Map.of("DARK", 80L), -1);
        assertEquals("DARK 80 (8), LIT 920", words(split.of(1_000, List.of(LIT, DARK))));
        assertEquals("DARK 80 (8)", words(split.of(1_000, List.of(DARK))));
    }

    @Property
    void partsSumToWhatIsDueWithinEveryRulebook(@ForAll long seed) {
        Random random = new Random(seed);
        List<Venue> venues = venues(random);
        Map<String, LiquidityTail> tails = tails(random, venues);
        long minimum = 1 + random.nextInt(200);
        long due = 1 + random.nextInt(3_000);
        Map<String, Long> most = new HashMap<>();
        venues.stream()
                .filter(venue -> venue.dark() && random.nextBoolean())
                .forEach(venue -> most.put(venue.name(), (long) random.nextInt(300)));
        var split = new RoutedSplit(
                minimum, random.nextInt(10_001), BigDecimal.ONE, PRICE, tails, most, random.nextInt(100) - 1);
        List<RoutedPart> parts = split.of(due, venues);
        assertEquals(parts, split.of(due, venues), "the same again");
        long sum = parts.stream().mapToLong(RoutedPart::lots).sum();
        assertTrue(sum <= due, sum + " of " + due);
        if (venues.stream()
                .anyMatch(venue -> !venue.dark() && venue.terms().lot().signum() == 0)) {
            assertEquals(due, sum);
        }
        assertEquals(
                parts.size(), parts.stream().map(RoutedPart::venue).distinct().count());
        for (RoutedPart part : parts) {
            VenueTerms terms = part.venue().terms();
            long lot = Math.max(1, terms.lot().longValue());
            assertEquals(0, part.lots() % lot, part.toString());
            assertTrue(part.lots() >= terms.minimumQuantity().longValue(), part.toString());
            assertTrue(part.lots() <= most.getOrDefault(part.venue().name(), Long.MAX_VALUE), part.toString());
            assertTrue(part.leastFill() <= part.lots() && (part.venue().dark() || part.leastFill() == 0));
            assertEquals(part.venue().dark() && !tails.isEmpty(), part.leastFill() > 0);
        }
    }

    @Property
    void withoutKnowledgeAndRulebooksItIsTheEvenSplit(@ForAll long seed) {
        Random random = new Random(seed);
        List<Venue> venues = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            venues.add(venue("V" + i, random.nextInt(3) == 0, random.nextInt(5), 0, 0, 0));
        }
        long due = 1 + random.nextInt(3_000);
        long minimum = 1 + random.nextInt(300);
        assertEquals(
                VenueSplit.of(due, minimum, 3_000, venues).stream()
                        .map(part -> part.venue().name() + " " + part.lots())
                        .collect(Collectors.joining(", ")),
                words(new RoutedSplit(minimum, 3_000, BigDecimal.ONE, PRICE, Map.of(), Map.of(), random.nextInt(50))
                        .of(due, venues)));
    }

    /** A venue that is thought to fill more gets no less, whatever the others are. */
    @Property
    void betterOddsGetNoLess(@ForAll long seed) {
        Random random = new Random(seed);
        List<Venue> venues = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            venues.add(venue("V" + i, i > 0 && random.nextBoolean(), random.nextInt(5), 0, 0, random.nextInt(3)));
        }
        Map<String, LiquidityTail> tails = new HashMap<>();
        venues.forEach(venue -> tails.put(venue.name(), tail(random)));
        Venue better = venues.get(random.nextInt(venues.size()));
        Map<String, LiquidityTail> after = new HashMap<>(tails);
        LiquidityTail before = tails.get(better.name());
        double more = random.nextDouble();
        after.put(
                better.name(),
                LiquidityTail.of(before.steps().stream()
                        .map(step -> new LiquidityTail.Step(step.lots(), step.odds() + more * (1 - step.odds())))
                        .toList()));
        long due = 1 + random.nextInt(2_000);
        assertTrue(lots(better, after, due, venues) >= lots(better, tails, due, venues), better.name());
    }

    private static long lots(Venue venue, Map<String, LiquidityTail> tails, long due, List<Venue> venues) {
        return new RoutedSplit(1, 3_000, BigDecimal.ONE, PRICE, tails, Map.of(), -1)
                .of(due, venues).stream()
                        .filter(part -> part.venue().equals(venue))
                        .mapToLong(RoutedPart::lots)
                        .sum();
    }

    private static List<Venue> venues(Random random) {
        List<Venue> venues = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            boolean dark = random.nextInt(3) == 0;
            int lot = random.nextInt(3) == 0 ? 1 + random.nextInt(120) : 0;
            int least = dark && random.nextInt(3) == 0 ? random.nextInt(500) : 0;
            venues.add(venue("V" + i, dark, random.nextInt(12) - 3, lot, least, random.nextInt(3)));
        }
        return venues;
    }

    private static Map<String, LiquidityTail> tails(Random random, List<Venue> venues) {
        Map<String, LiquidityTail> tails = new HashMap<>();
        for (Venue venue : venues) {
            if (random.nextInt(3) > 0) {
                tails.put(venue.name(), tail(random));
            }
        }
        return tails;
    }

    private static LiquidityTail tail(Random random) {
        List<CensoredFill> fills = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            int sent = 1 + random.nextInt(800);
            fills.add(new CensoredFill(sent, random.nextInt(4) == 0 ? 0 : Math.min(sent, random.nextInt(800))));
        }
        return LiquidityTail.learned(fills, 1);
    }

    private static RoutedSplit split(Map<String, LiquidityTail> tails, long turn) {
        return new RoutedSplit(100, 3_000, BigDecimal.ONE, PRICE, tails, Map.of(), turn);
    }

    private static String words(List<RoutedPart> parts) {
        return parts.stream()
                .map(part -> part.venue().name() + " " + part.lots()
                        + (part.leastFill() > 0 ? " (" + part.leastFill() + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    private static Venue venue(String name, boolean dark, int feeBps, int lot, int least, long micros) {
        return new Venue(
                name,
                dark ? "midpoint" : "lit",
                dark,
                "VESPER",
                name,
                BigDecimal.valueOf(feeBps),
                0,
                new VenueTerms(
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        micros,
                        BigDecimal.valueOf(lot),
                        BigDecimal.valueOf(least),
                        TickTable.ANY));
    }
}
