package dev.vesper.adapters.report;

import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Instruments of a made-up firm, and five years of prices that walk together. */
record SampleMarket(List<String> symbols, SortedMap<String, Instrument> instruments, PriceHistory prices) {
    private static final String[] SECTORS = {"Energy", "Health Care", "Industrials", "Technology", "Utilities"};
    private static final String[] NAMES = {
        "Société Générale SA",
        "Ørsted A/S",
        "Kraków Żywiec Spółka",
        "Αθήνα Τράπεζα",
        "Norsk Hydro ASA",
        "Mueller & Söhne"
    };

    /**
     * A market of so many instruments.
     *
     * @param firstName the name of the first, or empty
     * @param volumes whether the price files have volumes
     */
    static SampleMarket of(int instruments, String firstName, boolean volumes, Random random) {
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            symbols.add(instruments > 60 ? String.format("S%03d", i) : symbol(i));
        }
        symbols.sort(null);
        PriceHistory prices = prices(symbols, volumes, random);
        SortedMap<String, Instrument> bySymbol = new TreeMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            String name = i == 0 && !firstName.isEmpty()
                    ? firstName
                    : i < NAMES.length ? NAMES[i] : "Company " + symbols.get(i) + " Inc.";
            bySymbol.put(
                    symbols.get(i),
                    new Instrument(
                            symbols.get(i),
                            name,
                            "EQUITY",
                            SECTORS[i % SECTORS.length],
                            "USD",
                            BigDecimal.ONE,
                            new BigDecimal("0.01"),
                            "XNYS"));
        }
        return new SampleMarket(symbols, bySymbol, prices);
    }

    /** The last close. */
    double price(String symbol) {
        return prices.lastClose(symbol).orElseThrow().price().doubleValue();
    }

    /** What the session's first and last trades were, for the symbols that were ordered. */
    static SortedMap<String, SessionPrices> session(List<ParentOrder> parents, Random random) {
        SortedMap<String, SessionPrices> session = new TreeMap<>();
        for (ParentOrder p : parents) {
            session.put(
                    p.symbol(),
                    new SessionPrices(
                            cents(p.decisionPrice().doubleValue() * (1 + random.nextGaussian() * 0.0012)),
                            cents(p.decisionPrice().doubleValue() * (1 + random.nextGaussian() * 0.006))));
        }
        return session;
    }

    static BigDecimal cents(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static String symbol(int i) {
        String[] known = {
            "AAPL", "AMD", "BAC", "BBY", "CVX", "GE", "HD", "JNJ", "JPM", "KO", "LLY", "MRK", "MSFT", "PEP", "PFE",
            "PG", "RRC", "UNH", "WMT", "XOM"
        };
        return i < known.length ? known[i] : "SYM" + (char) ('A' + i % 26) + i;
    }

    private static PriceHistory prices(List<String> symbols, boolean volumes, Random random) {
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate d = SampleRun.DATE.minusYears(5); !d.isAfter(SampleRun.DATE); d = d.plusDays(1)) {
            if (d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY) {
                dates.add(d);
            }
        }
        double[][] close = new double[dates.size()][symbols.size()];
        double[][] volume = new double[dates.size()][symbols.size()];
        double[] at = new double[symbols.size()];
        Arrays.setAll(at, i -> 20 + random.nextDouble() * 180);
        for (int d = 0; d < dates.size(); d++) {
            double market = random.nextGaussian() * 0.009 + 0.0003;
            for (int s = 0; s < symbols.size(); s++) {
                at[s] *= Math.exp(market + random.nextGaussian() * 0.011);
                boolean missing = s == 1 && d < 120 || random.nextInt(400) == 0 && d < dates.size() - 1;
                close[d][s] = missing ? Double.NaN : Math.round(at[s] * 100) / 100.0;
                volume[d][s] = volumes ? 1_000_000 + random.nextInt(5_000_000) : Double.NaN;
            }
        }
        return new PriceHistory(dates, symbols, close, volume);
    }
}
