package dev.vesper.execution.queue;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An order that is followed as if it were ours: where it is, where each model thinks it is, when it was first filled and when each
 * model says so. It is one of the record, whose own lots never count in the sizes that the models are told, or a probe of no size.
 */
final class FollowedOrder {
    static final long NEVER = Long.MAX_VALUE;
    /** Units of a lot. */
    static final double LOT = 1e-8;

    private final Side side;
    private final BigDecimal price;
    private final int turn;
    private final long joinedAhead;
    private final List<QueueEstimate> estimates = new ArrayList<>();
    private final long[] saidMillis;
    private long ahead;
    private long own;
    private long filledMillis = NEVER;
    private boolean gone;

    /**
     * One that joins the end of a queue.
     *
     * @param turn rises with the time of joining, over all orders
     * @param own lots of its own in the record
     * @param ahead lots before it
     */
    FollowedOrder(Side side, BigDecimal price, int turn, long own, long ahead, List<QueueModel> models) {
        this.side = side;
        this.price = price;
        this.turn = turn;
        this.joinedAhead = ahead;
        this.ahead = ahead;
        this.own = own;
        this.saidMillis = new long[models.size()];
        Arrays.fill(saidMillis, NEVER);
        for (QueueModel model : models) {
            estimates.add(QueueEstimate.joined(model, ahead * LOT));
        }
    }

    Side side() {
        return side;
    }

    int turn() {
        return turn;
    }

    long own() {
        return own;
    }

    long joinedAhead() {
        return joinedAhead;
    }

    long filledMillis() {
        return filledMillis;
    }

    long saidMillis(int model) {
        return saidMillis[model];
    }

    /** Lots before it were filled or went. */
    void advance(long lots) {
        ahead -= lots;
    }

    /** Lots traded at its price, its own or others. */
    void trade(long millis, long lots) {
        for (int i = 0; i < saidMillis.length; i++) {
            QueueEstimate now = estimates.get(i).trade(lots * LOT);
            estimates.set(i, now);
            if (saidMillis[i] == NEVER && now.ahead() < -LOT / 2) {
                saidMillis[i] = millis;
            }
        }
    }

    /** The whole size at its price changed, its own lots among it. */
    void size(long before, long ownBefore, long after) {
        for (int i = 0; i < saidMillis.length; i++) {
            estimates.set(i, estimates.get(i).size((before - ownBefore) * LOT, (after - own) * LOT));
        }
    }

    /** Its turn came. */
    void filled(long millis, long lots) {
        own -= lots;
        filledMillis = Math.min(filledMillis, millis);
    }

    void leave() {
        own = 0;
        gone = true;
    }

    boolean gone() {
        return gone;
    }

    /** Whether a trade of its side at this price means that all at its own price are filled. */
    boolean passedBy(Side traded, BigDecimal at) {
        return traded == side && at.compareTo(price) * side.sign() < 0;
    }

    /** Whatever a model thinks, it is filled. */
    void said(long millis) {
        for (int i = 0; i < saidMillis.length; i++) {
            saidMillis[i] = Math.min(saidMillis[i], millis);
        }
    }

    /** Whether it waits behind others, unfilled, so that its place is worth knowing. */
    boolean waits() {
        return !gone && joinedAhead > 0 && filledMillis == NEVER;
    }

    /** Whether it is filled and a model does not say so yet. */
    boolean owed() {
        return filledMillis != NEVER && Arrays.stream(saidMillis).anyMatch(said -> said == NEVER);
    }

    /** Units that a model thinks are ahead, less those that are. */
    double error(int model) {
        return Math.max(0, estimates.get(model).ahead()) - ahead * LOT;
    }
}
