package dev.vesper.execution.routing;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Takes what lit venues show, the best price first. Between equal prices the nearer venue comes first, then the one that is
 * earlier in the table.
 */
final class Sweep {
    private final RoutedOrder order;
    private final RouterSettings settings;
    private final List<Share> shares = new ArrayList<>();
    private long left;

    private Sweep(RoutedOrder order, long lots, RouterSettings settings) {
        this.order = order;
        this.left = lots;
        this.settings = settings;
    }

    /** Children in the order of the books; what they leave is what is not in them. */
    static List<RoutedChild> of(RoutedOrder order, long lots, List<ReachableBook> books, RouterSettings settings) {
        Sweep sweep = new Sweep(order, lots, settings);
        List<Offer> offers = new ArrayList<>();
        for (ReachableBook book : books) {
            Share share = new Share(book, VenueCost.step(book.venue(), settings.lot()), sweep.shares.size());
            sweep.shares.add(share);
            for (ShownLevel level : book.against(order.side())) {
                if (order.allows(level.price())) {
                    offers.add(share.offer(order.side(), level));
                }
            }
        }
        offers.sort(better(order.side(), settings.betterBy()));
        offers.forEach(sweep::take);
        return sweep.shares.stream()
                .filter(share -> share.lots > 0)
                .map(sweep::child)
                .toList();
    }

    private static Comparator<Offer> better(Side side, BetterBy by) {
        Comparator<BigDecimal> cheaper = side == Side.BUY ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Comparator<Offer> net = Comparator.comparing(Offer::net, cheaper);
        Comparator<Offer> shown = Comparator.comparing(offer -> offer.level().price(), cheaper);
        return (by == BetterBy.NET ? net.thenComparing(shown) : shown.thenComparing(net))
                .thenComparingLong(offer -> offer.share().book.venue().terms().latencyMicros())
                .thenComparingInt(offer -> offer.share().index);
    }

    /** In whole lots of the venue: an odd part waits for the venue's next price to make it whole. */
    private void take(Offer offer) {
        Share share = offer.share();
        share.odd.add(offer);
        share.oddLots += offer.level().lots();
        long taken = Math.min(left, share.oddLots) / share.step * share.step;
        left -= taken;
        share.oddLots -= taken;
        share.lots += taken;
        while (taken > 0) {
            Offer first = share.odd.remove();
            long part = Math.min(taken, first.level().lots());
            share.pay(first, part);
            taken -= part;
            if (part < first.level().lots()) {
                share.odd.addFirst(first.less(part));
            }
        }
    }

    private RoutedChild child(Share share) {
        BigDecimal lots = BigDecimal.valueOf(share.lots);
        return new RoutedChild(
                share.book.venue(),
                new RouteReason.Sweep(share.levels, share.best),
                share.worst,
                share.lots,
                0,
                share.fees.multiply(settings.lot()),
                VenueCost.net(order.side(), share.paid, share.fees).divide(lots, MathContext.DECIMAL64),
                0);
    }

    /** A price of a venue. */
    private record Offer(Share share, ShownLevel level, BigDecimal fee, BigDecimal net) {
        Offer less(long lots) {
            return new Offer(share, new ShownLevel(level.price(), level.lots() - lots), fee, net);
        }
    }

    /** What one venue gets; money is by lot of one unit. */
    private static final class Share {
        private final ReachableBook book;
        private final long step;
        private final int index;
        private final Deque<Offer> odd = new ArrayDeque<>();
        private long oddLots;
        private long lots;
        private int levels;
        private BigDecimal best = BigDecimal.ZERO;
        private BigDecimal worst = BigDecimal.ZERO;
        private BigDecimal paid = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;

        Share(ReachableBook book, long step, int index) {
            this.book = book;
            this.step = step;
            this.index = index;
        }

        Offer offer(Side side, ShownLevel level) {
            BigDecimal fee = VenueCost.taking(book.venue(), level.price());
            return new Offer(this, level, fee, VenueCost.net(side, level.price(), fee));
        }

        void pay(Offer offer, long part) {
            BigDecimal price = offer.level().price();
            if (levels == 0) {
                best = offer.net();
            }
            if (levels == 0 || worst.compareTo(price) != 0) {
                levels++;
            }
            worst = price;
            paid = paid.add(price.multiply(BigDecimal.valueOf(part)));
            fees = fees.add(offer.fee().multiply(BigDecimal.valueOf(part)));
        }
    }
}
