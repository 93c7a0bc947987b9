package dev.vesper.limits;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account's book for tests: ACC1 on a Wednesday, everything at 100 unless said otherwise. */
public final class Books {
    public static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    private final BigDecimal cash;
    private final List<TaxLot> lots = new ArrayList<>();
    private final List<ParentOrder> orders = new ArrayList<>();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, BigDecimal> volumes = new HashMap<>();
    private final Map<String, BigDecimal> prices = new HashMap<>();

    private Books(BigDecimal cash) {
        this.cash = cash;
    }

    public static Books cash(long cash) {
        return new Books(BigDecimal.valueOf(cash));
    }

    public Books holds(String symbol, long quantity) {
        lots.add(new TaxLot(
                "lot " + lots.size(),
                "ACC1",
                symbol,
                BigDecimal.valueOf(quantity),
                BigDecimal.valueOf(90),
                DATE.minusDays(400)));
        prices.put(symbol, BigDecimal.valueOf(100));
        return this;
    }

    public Books orders(ParentOrder... more) {
        orders.addAll(List.of(more));
        return this;
    }

    public Books volume(String symbol, long volume) {
        volumes.put(symbol, BigDecimal.valueOf(volume));
        return this;
    }

    public Books instrument(String symbol, String assetClass, String sector) {
        instruments.put(
                symbol,
                new Instrument(
                        symbol, symbol, assetClass, sector, "USD", BigDecimal.TEN, new BigDecimal("0.01"), "XNYS"));
        return this;
    }

    /** With one further column of the firm's file. */
    public Books instrument(String symbol, String assetClass, String sector, String column, String text) {
        instrument(symbol, assetClass, sector);
        instruments.computeIfPresent(
                symbol,
                (_, instrument) -> instrument.withFields(Fields.of(List.of(
                        new Fields.Field(column, text, text.isEmpty() ? Optional.empty() : Optional.of(text))))));
        return this;
    }

    public AccountBook book() {
        return new AccountBook(
                new Account("ACC1", "Any", new Money(cash, "USD"), "hrp"),
                DATE,
                lots,
                orders,
                instruments,
                prices,
                Map.of(),
                volumes,
                List.of(),
                List.of(),
                false);
    }
}
