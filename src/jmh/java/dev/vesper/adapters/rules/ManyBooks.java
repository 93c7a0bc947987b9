package dev.vesper.adapters.rules;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.limits.AccountBook;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The books of a large firm, for benches: made from a seed, of five times as many instruments as an account holds. One order in
 * fifty is large, so that limits cut.
 */
public final class ManyBooks {
    private ManyBooks() {}

    /**
     * Accounts that trade the first of what they hold.
     *
     * @param positions of each account
     * @param orders of each account, at most one a position
     */
    public static List<AccountBook> of(RunId run, LocalDate date, int accounts, int positions, int orders) {
        Random random = new Random(1);
        int symbols = 5 * positions;
        Map<String, Instrument> instruments = new HashMap<>();
        Map<String, BigDecimal> prices = new HashMap<>();
        Map<String, LocalDate> priced = new HashMap<>();
        Map<String, BigDecimal> volumes = new HashMap<>();
        for (int i = 0; i < symbols; i++) {
            String symbol = "S" + i;
            instruments.put(
                    symbol,
                    new Instrument(
                            symbol,
                            symbol,
                            i % 10 == 0 ? "ETF" : "Equity",
                            "Sector " + i % 11,
                            "USD",
                            BigDecimal.ONE,
                            new BigDecimal("0.01"),
                            "XNYS"));
            prices.put(symbol, BigDecimal.valueOf(1_000 + random.nextInt(20_000), 2));
            priced.put(symbol, date);
            volumes.put(symbol, BigDecimal.valueOf(100_000 + random.nextInt(1_000_000)));
        }
        List<AccountBook> books = new ArrayList<>();
        for (int a = 0; a < accounts; a++) {
            String account = "ACC" + a;
            List<TaxLot> lots = new ArrayList<>();
            List<ParentOrder> traded = new ArrayList<>();
            for (int p = 0; p < positions; p++) {
                String symbol = "S" + (a * 7 + p * 5) % symbols;
                BigDecimal price = prices.get(symbol);
                lots.add(new TaxLot(
                        account + "/" + p,
                        account,
                        symbol,
                        BigDecimal.valueOf(100L + random.nextInt(900)),
                        price,
                        date.minusDays(400)));
                if (p < orders) {
                    traded.add(new ParentOrder(
                            run + "-" + account + "-" + symbol,
                            account,
                            symbol,
                            Side.BUY,
                            BigDecimal.valueOf(1L + random.nextInt(p % 50 == 7 ? 40_000 : 100)),
                            BigDecimal.ONE,
                            new BigDecimal("0.01"),
                            price,
                            "USD",
                            SlicingStrategy.TWAP,
                            List.of()));
                }
            }
            books.add(new AccountBook(
                    new Account(account, account, new Money(BigDecimal.valueOf(50_000L * positions), "USD"), "hrp"),
                    date,
                    lots,
                    traded,
                    instruments,
                    prices,
                    priced,
                    volumes,
                    List.of(),
                    List.of(),
                    false));
        }
        return books;
    }
}
