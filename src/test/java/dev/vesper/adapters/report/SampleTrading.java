package dev.vesper.adapters.report;

import dev.vesper.books.LotId;
import dev.vesper.books.wash.DisallowedLoss;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.FillAllocator;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A made-up session: orders go out in slices, most are filled, some in part, some rejected; and the lots after it. */
final class SampleTrading {
    final List<ChildOrder> children = new ArrayList<>();
    final Map<String, ChildOutcome> outcomes = new HashMap<>();
    final List<Fill> fills = new ArrayList<>();

    static SampleTrading of(List<ParentOrder> parents, Random random) {
        SampleTrading day = new SampleTrading();
        for (int p = 0; p < parents.size(); p++) {
            ParentOrder parent = parents.get(p);
            int slices = 4 + random.nextInt(10);
            long left = parent.quantity().longValue();
            for (int k = 0; k < slices && left > 0; k++) {
                long units =
                        k == slices - 1 ? left : Math.max(1, parent.quantity().longValue() / slices);
                units = Math.min(units, left);
                int slice = k * 26 / slices;
                long sent = (9 * 60 + 30 + slice * 15L) * 60_000;
                String venue = random.nextInt(5) < 2 ? "MIDP" : "LITX";
                String id = parent.id() + "-" + (k + 1);
                day.children.add(new ChildOrder(
                        id,
                        parent.id(),
                        slice,
                        venue,
                        parent.symbol(),
                        parent.side(),
                        BigDecimal.valueOf(units),
                        parent.decisionPrice(),
                        sent,
                        sent + 900_000));
                boolean rejected = p % 23 == 5;
                boolean partial = p % 11 == 2 && k > 1;
                long filled = rejected ? 0 : partial ? units / 3 : units;
                left -= units;
                day.outcomes.put(
                        id,
                        new ChildOutcome(
                                id,
                                rejected
                                        ? ChildOutcome.State.REJECTED
                                        : filled == units ? ChildOutcome.State.FILLED : ChildOutcome.State.CANCELLED,
                                BigDecimal.valueOf(filled),
                                rejected ? "Unknown symbol at venue" : ""));
                if (filled > 0) {
                    BigDecimal price = SampleMarket.cents(parent.decisionPrice().doubleValue()
                            * (1 + parent.side().sign() * 0.0004 + random.nextGaussian() * 0.002));
                    BigDecimal fee = price.multiply(BigDecimal.valueOf(filled))
                            .multiply(new BigDecimal("MIDP".equals(venue) ? "0.00001" : "0.00003"))
                            .setScale(4, RoundingMode.HALF_EVEN);
                    day.fills.add(new Fill(
                            venue,
                            "E" + day.fills.size(),
                            id,
                            parent.id(),
                            parent.account(),
                            parent.symbol(),
                            parent.side(),
                            BigDecimal.valueOf(filled),
                            price,
                            fee,
                            sent + random.nextInt(800_000)));
                }
            }
        }
        day.fills.sort(java.util.Comparator.comparingLong(Fill::millis));
        return day;
    }

    /** What the sales closed: each takes from the first lot of its position. */
    List<FillAllocator.Realised> realised(List<TaxLot> lots) {
        List<FillAllocator.Realised> all = new ArrayList<>();
        for (Fill f : fills) {
            if (f.side() == Side.SELL) {
                lots.stream()
                        .filter(lot -> key(lot.account(), lot.symbol()).equals(key(f.account(), f.symbol())))
                        .forEach(lot -> all.add(new FillAllocator.Realised(
                                f.parentId(),
                                f.account(),
                                f.symbol(),
                                lot.id(),
                                f.quantity(),
                                f.price(),
                                f.price().subtract(lot.cost()).multiply(f.quantity()))));
            }
        }
        return all;
    }

    /** Each account holds one lot of a symbol. */
    private static String key(String account, String symbol) {
        return account + "/" + symbol;
    }

    /** The first loss of the day, of which 10 units are replaced by what the account buys back the week after. */
    List<DisallowedLoss> washSales(List<TaxLot> lots) {
        return realised(lots).stream()
                .filter(one -> one.gain().signum() < 0 && one.quantity().compareTo(BigDecimal.TEN) >= 0)
                .limit(1)
                .map(one -> new DisallowedLoss(
                        one.parentId(),
                        LotId.of(one.lotId()),
                        new LotId(one.account(), one.symbol(), SampleRun.DATE, 1, new LotId.Replaces(1, 85)),
                        BigDecimal.TEN,
                        one.gain().negate().multiply(BigDecimal.TEN).divide(one.quantity(), 8, RoundingMode.HALF_EVEN),
                        false))
                .toList();
    }

    /** The lots of the evening. */
    List<TaxLot> booked(List<TaxLot> lots) {
        Map<String, BigDecimal> change = new TreeMap<>();
        List<TaxLot> after = new ArrayList<>();
        for (Fill f : fills) {
            if (f.side() == Side.BUY) {
                after.add(new TaxLot(
                        new LotId(f.account(), f.symbol(), SampleRun.DATE, after.size() + 1).toString(),
                        f.account(),
                        f.symbol(),
                        f.quantity(),
                        f.price(),
                        SampleRun.DATE));
            } else {
                change.merge(key(f.account(), f.symbol()), f.quantity(), BigDecimal::add);
            }
        }
        for (TaxLot lot : lots) {
            BigDecimal left =
                    lot.quantity().subtract(change.getOrDefault(key(lot.account(), lot.symbol()), BigDecimal.ZERO));
            if (left.signum() != 0) {
                after.add(new TaxLot(lot.id(), lot.account(), lot.symbol(), left, lot.cost(), lot.acquired()));
            }
        }
        return after;
    }
}
