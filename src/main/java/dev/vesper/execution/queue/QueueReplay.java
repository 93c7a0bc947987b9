package dev.vesper.execution.queue;

import dev.vesper.execution.queue.BookEvent.Added;
import dev.vesper.execution.queue.BookEvent.Cancelled;
import dev.vesper.execution.queue.BookEvent.Traded;
import dev.vesper.execution.queue.PriceQueue.Waiting;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Replays recorded orders and asks each model where followed orders stand. The true place is counted from the orders themselves,
 * first come first served at a price; a model is told of trades and sizes at the price and nothing else.
 */
public final class QueueReplay {
    private final List<QueueModel> models;
    private final Optional<Probes> probes;
    private final Map<Long, Waiting> orders = new HashMap<>();
    /** Best first. */
    private final NavigableMap<BigDecimal, PriceQueue> bids =
            new TreeMap<>(Comparator.<BigDecimal>naturalOrder().reversed());

    private final NavigableMap<BigDecimal, PriceQueue> asks = new TreeMap<>();
    private final List<FollowedOrder> all = new ArrayList<>();
    /** Those that a trade at a worse price settles: probes, and orders of the record that are gone. */
    private final List<FollowedOrder> passable = new ArrayList<>();

    private final Deque<Patience> patient = new ArrayDeque<>();
    private final List<ModelErrors> errors = new ArrayList<>();
    private long nextProbe = Long.MIN_VALUE;
    private int turn;
    private int waited;
    private int outOfTurn;

    private record Patience(FollowedOrder order, PriceQueue at, long untilMillis) {}

    private QueueReplay(List<QueueModel> models, Optional<Probes> probes) {
        this.models = models;
        this.probes = probes;
        models.forEach(_ -> errors.add(new ModelErrors()));
    }

    /**
     * What a record says of the models.
     *
     * @param waited orders of the record that waited in the book
     * @param followed orders that joined behind others: only these are counted
     * @param trades with both sides in the record
     * @param aloneTrades fills without another side in the record
     * @param outOfTurn fills of an order that was not the first of the best price, as the record tells them
     */
    public record Result(
            int waited, int followed, int trades, int aloneTrades, int outOfTurn, List<QueueErrors> models) {}

    /**
     * Replays a record in its own order.
     *
     * @param probes what is followed; where there are none, the orders of the record themselves
     */
    public static Result of(List<OrderEvent> record, List<QueueModel> models, Optional<Probes> probes) {
        RestingOrders resting = RestingOrders.of(record);
        QueueReplay replay = new QueueReplay(models, probes);
        resting.events().forEach(replay::see);
        List<FollowedOrder> behind =
                replay.all.stream().filter(order -> order.joinedAhead() > 0).toList();
        List<QueueErrors> found = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            found.add(replay.errors.get(i).summed(models.get(i), i, behind));
        }
        return new Result(
                replay.waited, behind.size(), resting.trades(), resting.aloneTrades(), replay.outOfTurn, found);
    }

    private void see(BookEvent event) {
        probes.ifPresent(rule -> probe(rule, event.millis()));
        switch (event) {
            case Added added -> {
                if (!orders.containsKey(added.id())) {
                    add(added);
                }
            }
            case Traded traded -> {
                Waiting one = orders.get(traded.id());
                if (one != null) {
                    trade(one, traded.millis(), Math.min(traded.lots(), one.lots));
                }
            }
            case Cancelled cancelled -> {
                Waiting one = orders.get(cancelled.id());
                if (one != null) {
                    less(one, one.lots);
                }
            }
        }
    }

    private NavigableMap<BigDecimal, PriceQueue> book(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private void add(Added added) {
        PriceQueue at = book(added.side()).computeIfAbsent(added.price(), _ -> new PriceQueue());
        turn++;
        FollowedOrder followed = null;
        if (probes.isEmpty()) {
            followed = new FollowedOrder(added.side(), added.price(), turn, added.lots(), at.lots(), models);
            all.add(followed);
        }
        Waiting one = new Waiting(added, at, turn, followed);
        at.join(one);
        orders.put(added.id(), one);
        waited++;
    }

    private void trade(Waiting one, long millis, long lots) {
        Side side = one.order.side();
        BigDecimal price = one.order.price();
        boolean first = one.at.first(one)
                && book(side).headMap(price, false).values().stream().allMatch(better -> better.lots() == 0);
        outOfTurn += first ? 0 : 1;
        for (FollowedOrder order : one.at.followed()) {
            order.trade(millis, lots);
            if (probes.isPresent() && !order.gone() && order.turn() < one.turn) {
                order.filled(millis, 0);
            }
        }
        for (FollowedOrder order : passable) {
            if (order.passedBy(side, price)) {
                if (!order.gone()) {
                    order.filled(millis, 0);
                }
                order.said(millis);
            }
        }
        if (one.followed != null) {
            one.followed.filled(millis, lots);
        }
        less(one, lots);
        passable.removeIf(order -> order.filledMillis() != FollowedOrder.NEVER && !order.owed());
    }

    private void less(Waiting one, long lots) {
        boolean ends = one.lots == lots;
        if (ends && one.followed != null) {
            leaves(one.followed);
        }
        one.at.less(one, lots);
        for (FollowedOrder order : one.at.followed()) {
            if (order != one.followed && order.waits()) {
                for (int i = 0; i < errors.size(); i++) {
                    errors.get(i).add(order.error(i), order.joinedAhead());
                }
            }
        }
        if (ends) {
            orders.remove(one.order.id());
            one.at.followed().removeIf(order -> order.gone() && !order.owed());
        }
    }

    /** An order of the record ends; where a model has not filled it though it was, it is looked after. */
    private void leaves(FollowedOrder order) {
        order.leave();
        if (order.owed()) {
            passable.add(order);
        }
    }

    /** Probes join and lose their patience. */
    private void probe(Probes rule, long millis) {
        while (!patient.isEmpty() && patient.getFirst().untilMillis() <= millis) {
            Patience over = patient.removeFirst();
            over.order().leave();
            over.at().followed().remove(over.order());
            passable.remove(over.order());
        }
        if (millis < nextProbe) {
            return;
        }
        nextProbe = millis + rule.everyMillis();
        for (Side side : Side.values()) {
            book(side).entrySet().stream()
                    .filter(level -> level.getValue().lots() > 0)
                    .findFirst()
                    .ifPresent(best -> {
                        turn++;
                        FollowedOrder order = new FollowedOrder(
                                side, best.getKey(), turn, 0, best.getValue().lots(), models);
                        all.add(order);
                        passable.add(order);
                        best.getValue().followed().add(order);
                        patient.addLast(new Patience(order, best.getValue(), millis + rule.patienceMillis()));
                    });
        }
    }
}
