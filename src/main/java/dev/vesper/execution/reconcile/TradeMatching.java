package dev.vesper.execution.reconcile;

import dev.vesper.execution.reconcile.TradeBreak.Kind;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares what a venue says with what was booked. An execution is known by its venue and its id; what neither id finds is
 * brought together where order, instrument, side, quantity and price are the same and unlike any other. Nothing is booked to make totals fit.
 */
public final class TradeMatching {
    private record Key(String venue, String executionId) {}

    private record Alike(
            String venue, String orderId, String symbol, Side side, BigDecimal quantity, BigDecimal price) {
        static Alike of(Fill fill) {
            return new Alike(
                    fill.venue(),
                    fill.clientOrderId(),
                    fill.symbol(),
                    fill.side(),
                    plain(fill.quantity()),
                    plain(fill.price()));
        }

        static Alike of(VenueTrade trade) {
            return new Alike(
                    trade.venue(),
                    trade.orderId(),
                    trade.symbol(),
                    trade.side(),
                    plain(trade.quantity()),
                    plain(trade.price()));
        }
    }

    private static final Comparator<TradeBreak> ORDER =
            Comparator.comparing(TradeBreak::venue).thenComparing(TradeBreak::executionId);

    private final Optional<LocalDate> business;
    private final List<TradeBreak> breaks = new ArrayList<>();
    private final Map<String, Sums> venues = new TreeMap<>();

    private TradeMatching(Optional<LocalDate> business) {
        this.business = business;
    }

    /**
     * All of a run.
     *
     * @param business on which fills without a date were traded; where it is empty their date is not compared
     * @param booked each execution once
     * @param told in the order of the venue's file
     */
    public static TradeReconciliation of(Optional<LocalDate> business, List<Fill> booked, List<VenueTrade> told) {
        return new TradeMatching(business).compared(booked, told);
    }

    private TradeReconciliation compared(List<Fill> booked, List<VenueTrade> told) {
        Map<Key, Fill> ours = new LinkedHashMap<>();
        booked.forEach(fill -> {
            ours.put(new Key(fill.venue(), fill.executionId()), fill);
            sums(fill.venue()).booked(fill);
        });
        Map<Key, VenueTrade> theirs = new LinkedHashMap<>();
        for (VenueTrade trade : told) {
            VenueTrade before = theirs.putIfAbsent(new Key(trade.venue(), trade.executionId()), trade);
            if (before != null) {
                twice(trade, before);
            }
        }
        List<VenueTrade> unknown = new ArrayList<>();
        theirs.forEach((key, trade) -> {
            Fill fill = ours.remove(key);
            sums(trade.venue()).told(trade, fill == null ? BigDecimal.ZERO : fill.fee());
            if (fill == null) {
                unknown.add(trade);
            } else {
                compare(fill, trade);
            }
        });
        alone(List.copyOf(ours.values()), unknown);
        breaks.sort(ORDER);
        return new TradeReconciliation(
                venues.entrySet().stream()
                        .map(one -> one.getValue().total(one.getKey()))
                        .toList(),
                breaks);
    }

    private void twice(VenueTrade trade, VenueTrade before) {
        find(
                Kind.TOLD_TWICE,
                trade,
                BigDecimal.ZERO,
                "told in line " + before.place().line() + " and again in line "
                        + trade.place().line() + "; the first counts");
    }

    private void compare(Fill fill, VenueTrade trade) {
        Optional<LocalDate> date = Optional.ofNullable(fill.date()).or(() -> business);
        BigDecimal fee = trade.fee().orElse(fill.fee());
        BigDecimal money = owed(trade.side(), trade.quantity(), trade.price(), fee)
                .subtract(owed(fill.side(), fill.quantity(), fill.price(), fill.fee()));
        if (!fill.symbol().equals(trade.symbol())
                || fill.side() != trade.side()
                || !fill.clientOrderId().equals(trade.orderId())) {
            find(
                    Kind.INSTRUMENT,
                    trade,
                    money,
                    differs(
                            fill.side() + " " + fill.symbol() + " of " + fill.clientOrderId(),
                            trade.side() + " " + trade.symbol() + " of " + trade.orderId()));
        } else if (differ(fill.quantity(), trade.quantity())) {
            find(Kind.QUANTITY, trade, money, differs(text(fill.quantity()), text(trade.quantity())));
        } else if (differ(fill.price(), trade.price())) {
            find(Kind.PRICE, trade, money, differs("at " + text(fill.price()), "at " + text(trade.price())));
        } else if (differ(fill.fee(), fee)) {
            find(Kind.FEE, trade, money, differs("a fee of " + text(fill.fee()), text(fee)));
        } else if (date.isPresent() && trade.date().isPresent() && !date.equals(trade.date())) {
            find(
                    Kind.DATE,
                    trade,
                    money,
                    differs("on " + date.get(), "on " + trade.date().get()));
        } else {
            sums(fill.venue()).matched++;
        }
    }

    /** What only one side knows: first what is alike but for its id. */
    private void alone(List<Fill> booked, List<VenueTrade> told) {
        Map<Alike, List<Fill>> ours = new LinkedHashMap<>();
        booked.forEach(fill ->
                ours.computeIfAbsent(Alike.of(fill), _ -> new ArrayList<>()).add(fill));
        Map<Alike, List<VenueTrade>> theirs = new LinkedHashMap<>();
        told.forEach(trade ->
                theirs.computeIfAbsent(Alike.of(trade), _ -> new ArrayList<>()).add(trade));
        theirs.forEach((alike, trades) -> {
            List<Fill> fills = ours.getOrDefault(alike, List.of());
            if (fills.size() == 1 && trades.size() == 1) {
                ours.remove(alike);
                Fill fill = fills.getFirst();
                VenueTrade trade = trades.getFirst();
                find(
                        Kind.OTHER_ID,
                        trade,
                        trade.fee().orElse(fill.fee()).subtract(fill.fee()),
                        "the same order, quantity and price was booked as " + fill.executionId());
            } else {
                trades.forEach(trade -> find(
                        Kind.NOT_BOOKED,
                        trade,
                        owed(
                                trade.side(),
                                trade.quantity(),
                                trade.price(),
                                trade.fee().orElse(BigDecimal.ZERO)),
                        trade.side() + " " + text(trade.quantity()) + " at " + text(trade.price())
                                + " was never booked"));
            }
        });
        ours.values().forEach(fills -> fills.forEach(this::notConfirmed));
    }

    private void notConfirmed(Fill fill) {
        breaks.add(new TradeBreak(
                Kind.NOT_CONFIRMED,
                fill.venue(),
                fill.executionId(),
                fill.clientOrderId(),
                fill.symbol(),
                owed(fill.side(), fill.quantity(), fill.price(), fill.fee()).negate(),
                fill.side() + " " + text(fill.quantity()) + " at " + text(fill.price())
                        + " was booked, but the venue does not tell it",
                Optional.empty()));
    }

    private void find(Kind kind, VenueTrade trade, BigDecimal money, String words) {
        breaks.add(new TradeBreak(
                kind,
                trade.venue(),
                trade.executionId(),
                trade.orderId(),
                trade.symbol(),
                money,
                words,
                Optional.of(trade.place())));
    }

    /** What a trade costs in cash: bought for, less sold for, and the fee. */
    private static BigDecimal owed(Side side, BigDecimal quantity, BigDecimal price, BigDecimal fee) {
        BigDecimal notional = quantity.multiply(price);
        return (side == Side.BUY ? notional : notional.negate()).add(fee);
    }

    private static String differs(String booked, String told) {
        return "booked " + booked + ", the venue says " + told;
    }

    private static boolean differ(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    private static String text(BigDecimal number) {
        return plain(number).toPlainString();
    }

    private Sums sums(String venue) {
        return venues.computeIfAbsent(venue, _ -> new Sums());
    }

    private static final class Sums {
        private int booked;
        private int told;
        private int matched;
        private BigDecimal bookedNotional = BigDecimal.ZERO;
        private BigDecimal toldNotional = BigDecimal.ZERO;
        private BigDecimal bookedFees = BigDecimal.ZERO;
        private BigDecimal toldFees = BigDecimal.ZERO;

        void booked(Fill fill) {
            booked++;
            bookedNotional = bookedNotional.add(fill.notional());
            bookedFees = bookedFees.add(fill.fee());
        }

        void told(VenueTrade trade, BigDecimal otherwise) {
            told++;
            toldNotional = toldNotional.add(trade.quantity().multiply(trade.price()));
            toldFees = toldFees.add(trade.fee().orElse(otherwise));
        }

        VenueTotal total(String venue) {
            return new VenueTotal(venue, booked, told, matched, bookedNotional, toldNotional, bookedFees, toldFees);
        }
    }
}
