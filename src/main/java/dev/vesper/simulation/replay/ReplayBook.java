package dev.vesper.simulation.replay;

import dev.vesper.orders.Side;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Children of ours beside the best quotes and the trades of a recorded day, which does not notice them. What is not known counts
 * against them:
 *
 * <ul>
 *   <li>what crosses the best takes at most the size that is shown there, once until that side is quoted again; what lies behind
 *       the best is not known, so the rest waits at its limit;
 *   <li>what waits at the best stands behind all that was shown there when it came; only trades at its price shorten that queue,
 *       never cancellations of others;
 *   <li>what waits at a price that was never the best has no place in a queue until it is;
 *   <li>what is for the close waits beside the book and gets the price of the largest closing auction, as far as that had units;
 *   <li>one trade fills all children together at most as often as it had units, best price first.
 * </ul>
 *
 * <p>Prices are in 1/10,000, sizes in units. The child's price is what it gets where somebody comes to it.
 */
final class ReplayBook {
    private static final long UNPLACED = -1;

    private final Reports reports;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Waiting> forAuction = new ArrayList<>();
    private final long[] best = new long[2];
    private final long[] shown = new long[2];
    private final boolean[] halted = new boolean[2];

    ReplayBook(Reports reports) {
        this.reports = reports;
    }

    /** What becomes of children. */
    interface Reports {
        void filled(long child, long priceE4, long units, boolean resting);

        void ended(long child, boolean rejected);
    }

    /**
     * A child as it comes in.
     *
     * @param price 0 for at the market
     * @param lot units of which each fill is a whole multiple
     */
    record Child(long number, Side side, long price, long units, long lot) {}

    private static final class Waiting {
        private final long child;
        private final Side side;
        private final long lot;
        private long price;
        private long left;
        private long ahead;

        Waiting(Child child) {
            this.child = child.number;
            this.side = child.side;
            this.lot = child.lot;
            this.price = child.price;
            this.left = child.units;
            this.ahead = UNPLACED;
        }

        /** Whole lots of what it would get. */
        long whole(long units) {
            long most = Math.min(units, left);
            return most - most % lot;
        }
    }

    boolean halted() {
        return halted[0] || halted[1];
    }

    long bid() {
        return best[0];
    }

    long ask() {
        return best[1];
    }

    /** The best of a side is now this. */
    void quote(Side side, long price, long size, boolean stopped) {
        int of = index(side);
        best[of] = price;
        shown[of] = size;
        halted[of] = stopped;
        if (halted()) {
            return;
        }
        for (Waiting one : waiting) {
            if (one.side == side && one.price == price && one.ahead == UNPLACED) {
                one.ahead = size;
            }
        }
        if (!waiting.isEmpty()) {
            matchAll();
        }
    }

    /** Somebody traded at the quotes. */
    void trade(long price, long units) {
        if (halted() || waiting.isEmpty()) {
            return;
        }
        long left = units;
        for (Waiting one : List.copyOf(waiting)) {
            long through = (price - one.price) * one.side.sign();
            if (through > 0) {
                continue;
            }
            long ahead = through < 0 ? 0 : one.ahead == UNPLACED ? Long.MAX_VALUE : one.ahead;
            long reached = one.whole(Math.min(left, Math.max(0, units - ahead)));
            one.ahead = through < 0 ? 0 : one.ahead == UNPLACED ? UNPLACED : Math.max(0, one.ahead - units);
            left -= reached;
            fill(one, one.price, reached, true);
        }
        waiting.removeIf(one -> one.left == 0);
    }

    /** A child waits for the auction, beside the book. */
    void waitForAuction(Child child) {
        forAuction.add(new Waiting(child));
    }

    /** The auction took place: it fills those whose limit allows its price, in the order in which they came, as far as it had units. */
    void auction(long price, long units) {
        long left = units;
        for (Waiting one : forAuction) {
            if (one.price == 0 || (price - one.price) * one.side.sign() <= 0) {
                long filled = one.whole(left);
                left -= filled;
                fill(one, price, filled, true);
            }
        }
        forAuction.removeIf(one -> one.left == 0);
    }

    /** A child of units comes in. */
    void send(long child, Side side, long price, long units) {
        send(new Child(child, side, price, units, 1));
    }

    /** A child comes in. */
    void send(Child child) {
        int other = 1 - index(child.side);
        if (halted() || (child.price == 0 && best[other] == 0)) {
            reports.ended(child.number, true);
            return;
        }
        Waiting one = new Waiting(child);
        cross(one);
        if (one.left > 0 && child.price == 0) {
            reports.ended(child.number, false);
        } else if (one.left > 0) {
            place(one);
        }
    }

    /** A child's limit is now another; it goes behind whoever is there. */
    void replace(long child, long price) {
        forAuction.stream().filter(one -> one.child == child).forEach(one -> one.price = price);
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting one = all.next();
            if (one.child == child) {
                all.remove();
                one.price = price;
                if (!halted()) {
                    cross(one);
                }
                if (one.left > 0) {
                    place(one);
                }
                return;
            }
        }
    }

    /** A child is taken out, where it still waits. */
    void cancel(long child) {
        if (waiting.removeIf(one -> one.child == child) || forAuction.removeIf(one -> one.child == child)) {
            reports.ended(child, false);
        }
    }

    private void matchAll() {
        for (Waiting one : List.copyOf(waiting)) {
            meet(one);
        }
        waiting.removeIf(one -> one.left == 0);
    }

    /** Others now quote at or beyond the price of what waits: they have come to it. */
    private void meet(Waiting one) {
        int other = 1 - index(one.side);
        if (best[other] > 0 && (best[other] - one.price) * one.side.sign() <= 0) {
            long units = one.whole(shown[other]);
            shown[other] -= units;
            fill(one, one.price, units, true);
        }
    }

    private void cross(Waiting one) {
        int other = 1 - index(one.side);
        long price = best[other];
        if (price > 0 && (one.price == 0 || (price - one.price) * one.side.sign() <= 0)) {
            long units = one.whole(shown[other]);
            shown[other] -= units;
            fill(one, price, units, false);
        }
    }

    private void place(Waiting one) {
        long own = best[index(one.side)];
        long better = (one.price - own) * one.side.sign();
        one.ahead = own == 0 || better > 0 ? 0 : better == 0 ? shown[index(one.side)] : UNPLACED;
        int at = 0;
        while (at < waiting.size() && !before(one, waiting.get(at))) {
            at++;
        }
        waiting.add(at, one);
    }

    /** Whether one is served before what stands there: a better price of the same side; what came earlier stays before. */
    private static boolean before(Waiting one, Waiting other) {
        return one.side == other.side && (one.price - other.price) * one.side.sign() > 0;
    }

    private void fill(Waiting one, long price, long units, boolean resting) {
        if (units > 0) {
            one.left -= units;
            reports.filled(one.child, price, units, resting);
        }
    }

    private static int index(Side side) {
        return side == Side.BUY ? 0 : 1;
    }
}
