package dev.vesper.simulation.replay;

import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.Decision;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.EventKind;
import dev.vesper.execution.engine.EventWriter;
import dev.vesper.execution.engine.Peg;
import dev.vesper.execution.engine.Style;
import dev.vesper.execution.engine.ToldEngine;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.Trades;
import dev.vesper.orders.Side;
import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Works parent orders through a recorded day of one instrument: the engine is told each quote and trade when it was, what it
 * decides reaches the book after a latency, and what the book does reaches the engine after another. Messages each way stay in
 * their order. Of what happens in one moment the trade comes first, then the quote, then what reaches the book, then what
 * reaches the engine.
 *
 * <p>The market does not notice these orders: what they take is there for others too, and nobody answers them.
 */
public final class DayReplay {
    /** Children of one parent that may be open together. */
    private static final int CHILDREN = 16;

    /** How long a parent waits after a rejected child. */
    private static final long RETRY_NANOS = 1_000_000_000;

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final Trades trades;
    private final Quotes quotes;
    private final LongSupplier latencyNanos;
    private final Deque<Message> toBook = new ArrayDeque<>();
    private final Deque<Message> toEngine = new ArrayDeque<>();
    private final ReplayLog log;
    private final long[] times;
    /** Row of the closing auction, -1 where there is none. */
    private final int closing;

    private long now;

    /** Something that arrives later. */
    private record Message(long arrives, Runnable act) {}

    /**
     * What came of a day.
     *
     * @param children in the order of sending
     * @param fills in the order of the venue
     * @param events that the engine was told
     * @param engine who decided: {@code native} or {@code java}
     */
    public record Result(List<ReplayedChild> children, List<ReplayedFill> fills, long events, String engine) {}

    private DayReplay(List<ReplayOrder> orders, Trades trades, Quotes quotes, LongSupplier latencyNanos) {
        this.trades = trades;
        this.quotes = quotes;
        this.latencyNanos = latencyNanos;
        this.log = new ReplayLog(orders);
        this.closing = trades.largestClosingAuction().orElse(-1);
        this.times = orders.stream()
                .flatMapToLong(DayReplay::times)
                .sorted()
                .distinct()
                .toArray();
    }

    /** When the engine must be told that it is later: points are due, and every second where it draws them. */
    private static LongStream times(ReplayOrder order) {
        Curve curve = order.curve();
        LongStream told = LongStream.concat(LongStream.of(curve.endNanos()), LongStream.of(curve.times()));
        return order.drawn().isEmpty()
                ? told
                : LongStream.concat(
                        told,
                        LongStream.iterate(curve.startNanos(), time -> time < curve.endNanos(), time -> time + SECOND));
    }

    /**
     * Plays a day.
     *
     * @param orders one or more
     * @param open opens the engine that decides
     * @param latencyNanos asked for each message, 0 or more
     * @throws IllegalArgumentException where the engine refuses an order, with its reason
     */
    public static Result play(
            List<ReplayOrder> orders, Trades trades, Quotes quotes, EngineOpener open, LongSupplier latencyNanos) {
        int points = orders.stream()
                .mapToInt(order -> order.curve().times().length)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("Expected orders, but there is none"));
        EngineCapacity capacity = new EngineCapacity(1, orders.size(), CHILDREN, points, RETRY_NANOS);
        DayReplay day = new DayReplay(orders, trades, quotes, latencyNanos);
        try (Arena arena = Arena.ofConfined();
                Engine engine = open.open(capacity)) {
            ToldEngine told = new ToldEngine(engine, capacity, points, arena);
            day.run(orders, told);
            return new Result(day.log.children(), day.log.fills(), told.events(), engine.name());
        }
    }

    private void run(List<ReplayOrder> orders, ToldEngine engine) {
        ReplayBook book = new ReplayBook(new ReplayBook.Reports() {
            @Override
            public void filled(long child, long priceE4, long units, boolean resting) {
                log.filled(child, now, priceE4, units, resting);
                long lots = units / order(orders, child).lotUnits();
                send(toEngine, () -> engine.tell(write -> write.fill(now, child, lots, priceE4)));
            }

            @Override
            public void ended(long child, boolean rejected) {
                log.ended(child, now, rejected);
                send(toEngine, () -> engine.tell(write -> write.ended(now, child, rejected)));
            }
        });
        engine.decides(decision -> {
            switch (decision.kind()) {
                case CHILD -> {
                    log.sent(decision);
                    send(toBook, () -> comes(book, decision, order(orders, decision.child())));
                }
                case REPLACE -> {
                    log.replaced(decision);
                    send(toBook, () -> book.replace(decision.child(), decision.price()));
                }
                case CANCEL -> send(toBook, () -> book.cancel(decision.child()));
                case PARENT_ENDED, DENIED -> {
                    // its children have ended, or it tries anew: nothing to be written down
                }
                case REFUSED -> throw new IllegalArgumentException(decision.line());
            }
        });
        for (int i = 0; i < orders.size(); i++) {
            ReplayOrder order = orders.get(i);
            int number = i;
            engine.tell(write -> tell(write, number, order));
        }
        new Course(engine, book).run();
        log.dayIsOver(now);
    }

    private static void tell(EventWriter write, int number, ReplayOrder order) {
        write.terms(EventKind.PARENT, 0, 0, number, order.side(), order.terms());
        if (!order.style().equals(Style.NONE)) {
            write.style(0, number, order.style());
        }
        if (!order.peg().equals(Peg.NONE)) {
            write.peg(0, number, order.peg());
        }
        order.drawn().ifPresent(drawn -> write.random(0, number, drawn));
        write.curve(0, 0, number, order.curve(), order.lotUnits());
    }

    private static ReplayOrder order(List<ReplayOrder> orders, long child) {
        return orders.get(Math.toIntExact(EngineFormat.parentOf(child)));
    }

    private static void comes(ReplayBook book, Decision decision, ReplayOrder order) {
        ReplayBook.Child child = new ReplayBook.Child(
                decision.child(),
                decision.side(),
                decision.price(),
                decision.lots() * order.lotUnits(),
                order.lotUnits());
        if (order.style().auction()) {
            book.waitForAuction(child);
        } else {
            book.send(child);
        }
    }

    /** A message arrives after the latency, and never before one that was sent before it. */
    private void send(Deque<Message> way, Runnable act) {
        long arrives = now + Math.max(0, latencyNanos.getAsLong());
        Message last = way.peekLast();
        way.addLast(new Message(last == null ? arrives : Math.max(arrives, last.arrives()), act));
    }

    /** The day from its first moment to its last. */
    private final class Course {
        private final ToldEngine engine;
        private final ReplayBook book;
        private int trade;
        private int quote;
        private int time;
        private long bid;
        private long ask;
        private boolean halted;

        Course(ToldEngine engine, ReplayBook book) {
            this.engine = engine;
            this.book = book;
        }

        void run() {
            while (true) {
                long nextTrade = trade < trades.count() ? trades.millis()[trade] * MILLI : NEVER;
                long nextQuote = quote < quotes.count() ? quotes.millis()[quote] * MILLI : NEVER;
                long nextBook = arrival(toBook);
                long nextEngine = arrival(toEngine);
                long nextTime = time < times.length ? times[time] : NEVER;
                long next =
                        Math.min(Math.min(Math.min(nextTrade, nextQuote), Math.min(nextBook, nextEngine)), nextTime);
                if (next == NEVER) {
                    return;
                }
                now = next;
                if (next == nextTrade) {
                    trade(trade++);
                } else if (next == nextQuote) {
                    quote(quote++);
                } else if (next == nextBook) {
                    toBook.removeFirst().act().run();
                } else if (next == nextEngine) {
                    toEngine.removeFirst().act().run();
                } else {
                    time++;
                    engine.tell(write -> write.time(now));
                }
            }
        }

        private long arrival(Deque<Message> way) {
            Message first = way.peekFirst();
            return first == null ? NEVER : first.arrives();
        }

        private void trade(int row) {
            if (trades.suspicious()[row] != 0) {
                return;
            }
            long price = trades.pricesE4()[row];
            long units = trades.sizes()[row];
            if (trades.atTheQuotes(row)) {
                book.trade(price, units);
            } else if (row == closing) {
                book.auction(price, units);
            }
            engine.tell(write -> write.trade(now, 0, price, units));
        }

        private void quote(int row) {
            if (quotes.suspicious()[row] != 0) {
                return;
            }
            boolean stopped = quotes.halted(row);
            if (quotes.bidsE4()[row] > 0) {
                book.quote(Side.BUY, quotes.bidsE4()[row], quotes.bidSizes()[row], stopped);
            }
            if (quotes.asksE4()[row] > 0) {
                book.quote(Side.SELL, quotes.asksE4()[row], quotes.askSizes()[row], stopped);
            }
            if (book.bid() != bid || book.ask() != ask) {
                bid = book.bid();
                ask = book.ask();
                engine.tell(write -> write.quote(now, 0, bid, ask));
            }
            if (book.halted() != halted) {
                halted = book.halted();
                engine.tell(write -> {
                    if (halted) {
                        write.halt(now, 0);
                    } else {
                        write.resume(now, 0);
                    }
                });
            }
        }
    }
}
