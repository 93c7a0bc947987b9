package dev.vesper.testing;

import dev.vesper.approvals.People;
import dev.vesper.basics.Money;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.Venue;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.portfolio.weighting.EqualWeight;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.rebalance.RebalanceSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Two accounts, two shares and two venues, held in memory: the firm of the stories about the desk's use cases. */
public final class SmallFirm {
    public static final LocalDate DATE = TradingDay.DATE;

    private SmallFirm() {}

    /** Anna holds 100 shares of S00, Ben holds cash alone; both spread what they have equally over S00 and S01. */
    public static Firm firm() {
        return with(BreakerLimits.STANDARD);
    }

    /** The same, whose venues' breakers open at other limits. */
    public static Firm with(BreakerLimits breakers) {
        TreeMap<String, StrategySettings> strategies = new TreeMap<>();
        strategies.put("equal", new StrategySettings("equal", new EqualWeight(), 0, List.of()));
        TreeMap<String, Instrument> instruments = new TreeMap<>();
        instruments.put("S00", share("S00"));
        instruments.put("S01", share("S01"));
        return new Firm(
                Path.of("/firms/small"),
                Path.of("/firms/small/prices.csv"),
                new FirmSettings(
                        "Small",
                        false,
                        42,
                        "0 0 22 * * MON-FRI",
                        strategies,
                        new RebalanceSettings(0.02, BigDecimal.valueOf(100), 2, 0, false, 1_000),
                        TradingDay.settings(65, breakers),
                        List.of(),
                        List.of(),
                        new BookKeeping.Vesper(),
                        People.UNKNOWN,
                        TradingCalendars.usual().standard()),
                TradingCalendars.usual(),
                instruments,
                List.of(
                        new Account("ANNA", "Anna", Money.of(new BigDecimal("10000"), "USD"), "equal"),
                        new Account("BEN", "Ben", Money.of(new BigDecimal("5000"), "USD"), "equal")),
                List.of(new TaxLot(
                        "ANNA/S00/2017-05-02/1",
                        "ANNA",
                        "S00",
                        BigDecimal.valueOf(100),
                        BigDecimal.valueOf(15),
                        LocalDate.of(2017, 5, 2))),
                List.of(
                        new Venue("LIT", "lit", false, "VESPER", "LIT", new BigDecimal("0.3"), 0),
                        new Venue("MID", "midpoint", true, "VESPER", "MID", new BigDecimal("0.1"), 0)),
                List.of());
    }

    /** Closes of three days: S00 ends at 20.00, S01 at 27.31; a million shares of each a day. */
    public static PriceHistory prices() {
        return new PriceHistory(
                List.of(DATE.minusDays(2), DATE.minusDays(1), DATE),
                List.of("S00", "S01"),
                new double[][] {{19, 27}, {19.5, 27.2}, {20, 27.31}},
                new double[][] {{1e6, 1e6}, {1e6, 1e6}, {1e6, 1e6}});
    }

    private static Instrument share(String symbol) {
        return new Instrument(
                symbol, symbol, "equity", "unknown", "USD", BigDecimal.ONE, new BigDecimal("0.01"), "XNYS");
    }
}
