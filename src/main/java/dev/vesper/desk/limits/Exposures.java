package dev.vesper.desk.limits;

import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.JudgedBooks;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import dev.vesper.market.Sectors;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.SectorShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the accounts of a run hold together: in the morning, after its orders, and as far as these are filled. */
final class Exposures {
    private enum When {
        BEFORE,
        AFTER,
        FILLED
    }

    private record Place(String currency, String name) {}

    private final Map<ExposureBy, Map<Place, Map<When, BigDecimal>>> sums = new EnumMap<>(ExposureBy.class);
    private final Map<String, Map<When, BigDecimal>> worth = new TreeMap<>();

    private Exposures() {}

    static Exposures of(JudgedBooks books, RebalanceResult decided, List<Fill> fills) {
        Exposures all = new Exposures();
        var lots = books.firm().lots().stream().collect(Collectors.groupingBy(lot -> lot.account()));
        var orders = decided.orders().stream().collect(Collectors.groupingBy(ParentOrder::account));
        var filled = fills.stream().collect(Collectors.groupingBy(Fill::account));
        for (AccountPlan plan : decided.plans()) {
            String id = plan.account().id();
            AccountBook book = books.book(
                    plan.account(),
                    lots.getOrDefault(id, List.of()),
                    orders.getOrDefault(id, List.of()),
                    List.of(),
                    List.of());
            Holdings held = Holdings.of(book);
            all.add(When.BEFORE, book, held, held.units(), held.cash());
            Map<String, BigDecimal> ordered = new HashMap<>(held.units());
            BigDecimal cash = held.cash();
            for (ParentOrder order : book.orders()) {
                BigDecimal sign = BigDecimal.valueOf(order.side().sign());
                ordered.merge(order.symbol(), order.quantity().multiply(sign), BigDecimal::add);
                cash = cash.subtract(order.notional().multiply(sign));
            }
            all.add(When.AFTER, book, held, ordered, cash);
            Map<String, BigDecimal> now = new HashMap<>(held.units());
            BigDecimal rest = held.cash();
            for (Fill fill : filled.getOrDefault(id, List.of())) {
                BigDecimal sign = BigDecimal.valueOf(fill.side().sign());
                now.merge(fill.symbol(), fill.quantity().multiply(sign), BigDecimal::add);
                rest = rest.subtract(fill.quantity().multiply(fill.price()).multiply(sign))
                        .subtract(fill.fee());
            }
            all.add(When.FILLED, book, held, now, rest);
        }
        return all;
    }

    private void add(When when, AccountBook book, Holdings prices, Map<String, BigDecimal> units, BigDecimal cash) {
        String currency = book.account().cash().currency();
        String account = book.account().id();
        units.forEach((symbol, quantity) -> {
            BigDecimal value = quantity.multiply(prices.price(symbol));
            String sector = book.sector(symbol);
            String assetClass = book.assetClass(symbol);
            add(ExposureBy.SECTOR, currency, sector.isEmpty() ? Sectors.UNKNOWN : sector, when, value);
            add(ExposureBy.ASSET_CLASS, currency, assetClass.isEmpty() ? Sectors.UNKNOWN : assetClass, when, value);
            add(ExposureBy.CURRENCY, currency, currency, when, value);
            add(ExposureBy.ACCOUNT, currency, account, when, value);
            total(currency, when, value);
        });
        for (ExposureBy by : ExposureBy.values()) {
            add(by, currency, SectorShare.CASH, when, cash);
        }
        total(currency, when, cash);
    }

    private void add(ExposureBy by, String currency, String name, When when, BigDecimal value) {
        sums.computeIfAbsent(by, _ -> new HashMap<>())
                .computeIfAbsent(new Place(currency, name), _ -> new EnumMap<>(When.class))
                .merge(when, value, BigDecimal::add);
    }

    private void total(String currency, When when, BigDecimal value) {
        worth.computeIfAbsent(currency, _ -> new EnumMap<>(When.class)).merge(when, value, BigDecimal::add);
    }

    /** By currency; the largest first, cash last. */
    List<ExposureLine> by(ExposureBy by) {
        List<ExposureLine> lines = new ArrayList<>();
        sums.getOrDefault(by, Map.of()).forEach((place, values) -> {
            Map<When, BigDecimal> whole = worth.getOrDefault(place.currency(), Map.of());
            lines.add(new ExposureLine(
                    place.currency(),
                    place.name(),
                    value(values, When.BEFORE),
                    value(values, When.AFTER),
                    value(values, When.FILLED),
                    share(values, whole, When.BEFORE),
                    share(values, whole, When.AFTER),
                    share(values, whole, When.FILLED)));
        });
        return lines.stream().sorted(ExposureLine.LARGEST_FIRST).toList();
    }

    private static BigDecimal value(Map<When, BigDecimal> values, When when) {
        return values.getOrDefault(when, BigDecimal.ZERO);
    }

    private static double share(Map<When, BigDecimal> values, Map<When, BigDecimal> whole, When when) {
        BigDecimal all = value(whole, when);
        return all.signum() <= 0 ? 0 : value(values, when).doubleValue() / all.doubleValue();
    }
}
