package dev.vesper.limits.gate;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.lists.ListEntry;
import dev.vesper.limits.lists.ListKind;
import dev.vesper.limits.lists.ListsOnDay;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.ValuedBook;
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
import java.util.Optional;
import java.util.Random;

/** Small firms by chance: instruments with and without sector, columns, volume and price; accounts that hold and trade some. */
public final class Firms {
    private static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    private Firms() {}

    public static List<ValuedBook> of(Random random) {
        Map<String, Instrument> instruments = new HashMap<>();
        Map<String, BigDecimal> prices = new HashMap<>();
        Map<String, BigDecimal> volumes = new HashMap<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            String symbol = "S" + i;
            instruments.put(
                    symbol,
                    new Instrument(
                                    symbol,
                                    symbol,
                                    one(random, "Equity", "ETF", "Bond"),
                                    one(random, "", "Energy", "Utilities"),
                                    one(random, "USD", "EUR"),
                                    BigDecimal.ONE,
                                    new BigDecimal("0.01"),
                                    "XNYS")
                            .withFields(fields(random, "issuer", "country", "rating", "client_type")));
            if (random.nextInt(5) > 0) {
                prices.put(symbol, BigDecimal.valueOf(1 + random.nextInt(200)));
            }
            if (random.nextInt(4) > 0) {
                volumes.put(symbol, BigDecimal.valueOf(random.nextInt(3) * 1_000L));
            }
        }
        ListsOnDay lists = ListsOnDay.of(
                List.of(
                        list("watch", ListKind.INSTRUMENT, "S" + random.nextInt(4)),
                        list("sector-watch", ListKind.SECTOR, "energy")),
                DATE);
        List<String> restricted = random.nextBoolean() ? List.of("S0") : List.of();
        List<ValuedBook> books = new ArrayList<>();
        for (int a = 0; a < 1 + random.nextInt(5); a++) {
            String id = "ACC" + a;
            Account account = new Account(
                            id,
                            id,
                            new Money(BigDecimal.valueOf(1_000L * (1 + random.nextInt(3))), one(random, "USD", "EUR")),
                            one(random, "hrp", "equal"))
                    .withFields(fields(random, "client_type", "domicile"));
            List<TaxLot> lots = new ArrayList<>();
            List<ParentOrder> orders = new ArrayList<>();
            for (String symbol : instruments.keySet()) {
                if (random.nextBoolean()) {
                    lots.add(new TaxLot(
                            id + symbol, id, symbol, BigDecimal.valueOf(1 + random.nextInt(50)), BigDecimal.TEN, DATE));
                }
                for (int o = random.nextInt(3); o > 0; o--) {
                    orders.add(order(random, id, symbol, o));
                }
            }
            books.add(ValuedBook.of(new AccountBook(
                            account,
                            DATE,
                            lots,
                            orders,
                            instruments,
                            prices,
                            Map.of(),
                            volumes,
                            List.of(),
                            restricted,
                            random.nextBoolean())
                    .withLists(lists)));
        }
        return books;
    }

    private static ParentOrder order(Random random, String account, String symbol, int number) {
        return new ParentOrder(
                account + "-" + symbol + "-" + number,
                account,
                symbol,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                BigDecimal.valueOf(1 + random.nextInt(60)),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                BigDecimal.valueOf(1 + random.nextInt(200)),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
    }

    private static Fields fields(Random random, String... names) {
        if (random.nextInt(4) == 0) {
            return Fields.NONE;
        }
        List<Fields.Field> fields = new ArrayList<>();
        for (String name : names) {
            String text = one(random, "", "A", "B", "C");
            fields.add(new Fields.Field(name, text, text.isEmpty() ? Optional.empty() : Optional.of(text)));
        }
        return Fields.of(fields);
    }

    private static NamedList list(String name, ListKind kind, String entry) {
        return new NamedList(
                name, kind, List.of(new ListEntry(entry, "legal", "talks", Optional.empty(), Optional.empty())));
    }

    private static String one(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
