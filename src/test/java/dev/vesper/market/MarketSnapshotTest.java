package dev.vesper.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** IBM traded every day, GE not on Wednesday, NEWCO not yet; GOLD has prices and is no instrument of the firm. */
class MarketSnapshotTest {
    private static final double NONE = Double.NaN;
    private static final LocalDate TUESDAY = LocalDate.of(2018, 4, 10);
    private static final LocalDate WEDNESDAY = LocalDate.of(2018, 4, 11);

    private final MarketSnapshot market = MarketSnapshot.bind(
            WEDNESDAY,
            "9f2c41d07ab3e855",
            instruments("GE", "IBM", "NEWCO"),
            new PriceHistory(
                    List.of(TUESDAY, WEDNESDAY),
                    List.of("GE", "GOLD", "IBM"),
                    new double[][] {{13.1, 1339, 155.39}, {NONE, 1352, 158.29}},
                    new double[][] {{NONE, NONE, 3_000_000}, {NONE, NONE, 4_000_000}}));

    @Test
    void aCloseIsExactAndCarriesItsDate() {
        assertEquals(new PriceHistory.Close(WEDNESDAY, new BigDecimal("158.29")), market.close("IBM"));
        assertEquals("IBM", market.instrument("IBM").symbol());
        assertEquals(WEDNESDAY, market.asOf());
    }

    /** A volume beyond all markets, such as 1e308, adds to no infinity that nobody could trade in. */
    @Test
    void aVolumeBeyondAllMarketsCountsAsTheMost() {
        PriceHistory history = new PriceHistory(
                List.of(TUESDAY, WEDNESDAY), List.of("IBM"), new double[][] {{155.39}, {158.29}}, new double[][] {
                    {1e308}, {1e308}
                });
        assertEquals(Optional.of(1e15), history.averageDailyVolume("IBM", 20));
        assertEquals(
                0,
                new BigDecimal("1e15")
                        .compareTo(history.on(WEDNESDAY, "IBM")
                                .orElseThrow()
                                .volume()
                                .orElseThrow()));
    }

    @Test
    void withoutAPriceOnTheDateTheCloseBeforeStandsInAndSaysSo() {
        assertEquals(new PriceHistory.Close(TUESDAY, new BigDecimal("13.1")), market.close("GE"));
    }

    @Test
    void aSymbolThatIsMissingIsRefusedWithTheNearest() {
        assertRefused(
                "Expected one of the firm's 3 instruments, but \"IBN\" is none; maybe \"IBM\" is meant",
                () -> market.instrument("IBN"));
        assertRefused(
                "Expected one of the firm's 3 instruments, but \"IBN\" is none; maybe \"IBM\" is meant",
                () -> market.close("IBN"));
    }

    @Test
    void aPricedSymbolThatTheFirmDoesNotKnowIsNoInstrument() {
        assertRefused("Expected one of the firm's 3 instruments, but \"GOLD\" is none", () -> market.close("GOLD"));
        assertEquals(Set.of("GE", "IBM"), market.closes().keySet());
        assertEquals(List.of("GE", "GOLD", "IBM"), market.history().symbols());
    }

    @Test
    void anInstrumentWithoutAPriceYetIsRefused() {
        assertRefused(
                "Expected a close of NEWCO on or before 2018-04-11, but snapshot 9f2c41d07ab3e855 has none;"
                        + " maybe it was listed later",
                () -> market.close("NEWCO"));
    }

    @Test
    void beforeTheFirstPriceNothingHasAClose() {
        MarketSnapshot early = MarketSnapshot.bind(
                TUESDAY.minusDays(1),
                "9f2c41d07ab3e855",
                instruments("IBM"),
                new PriceHistory(List.of(), List.of(), new double[0][0], new double[0][0]));
        assertEquals(Map.of(), early.closes());
        assertEquals(Optional.empty(), early.averageDailyVolume("IBM"));
        assertRefused(
                "Expected a close of IBM on or before 2018-04-09, but no instrument has one by then;"
                        + " maybe the date is before the first price",
                () -> early.close("IBM"));
    }

    @Test
    void volumeIsTheMeanOfTheDaysThatHaveOne() {
        assertEquals(Optional.of(3_500_000.0), market.averageDailyVolume("IBM"));
        assertEquals(Optional.empty(), market.averageDailyVolume("GE"));
        assertEquals(Optional.empty(), market.averageDailyVolume("GOLD"));
    }

    /** A decision that knew tomorrow's price would be worth nothing. */
    @Test
    void pricesAfterTheDateAreNotBound() {
        var fault = assertThrows(
                IllegalArgumentException.class,
                () -> MarketSnapshot.bind(TUESDAY, "1", instruments("IBM"), market.history()));
        assertEquals(
                "Expected prices up to 2018-04-10, but they go on to 2018-04-11;"
                        + " maybe they were not cut at the business date",
                fault.getMessage());
    }

    @Test
    void whatItWasBoundFromMayChangeAndItDoesNot() {
        SortedMap<String, Instrument> given = instruments("IBM");
        MarketSnapshot bound = MarketSnapshot.bind(WEDNESDAY, "1", given, market.history());
        given.clear();
        assertEquals(Set.of("IBM"), bound.instruments().keySet());
        assertThrows(UnsupportedOperationException.class, bound.instruments()::clear);
        assertThrows(UnsupportedOperationException.class, bound.closes()::clear);
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable asked) {
        Problem problem = assertThrows(Problem.class, asked);
        assertEquals(message, problem.getMessage());
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    private static SortedMap<String, Instrument> instruments(String... symbols) {
        SortedMap<String, Instrument> all = new TreeMap<>();
        for (String symbol : symbols) {
            all.put(
                    symbol,
                    new Instrument(
                            symbol, symbol, "equity", "", "USD", BigDecimal.ONE, new BigDecimal("0.01"), "XNYS"));
        }
        return all;
    }
}
