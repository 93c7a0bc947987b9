package dev.vesper.execution.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.Side;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hears what an engine is told and reckons, in its own way, what its gate may let pass. */
final class WatchedGate {
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    /** A table as it was told: rows by what they are of. */
    private record Table(
            long rate,
            long nanos,
            Map<Integer, MemorySegment> instruments,
            Map<Integer, MemorySegment> accounts,
            Map<List<Integer>, MemorySegment> positions) {}

    /** A child that was sent: whose, its parent's side, the units open, and the price at which it counts. */
    private static final class Sent {
        final int account;
        final int instrument;
        final Side side;
        final long lotUnits;
        long units;
        long price;
        long at;

        Sent(SeededDesk.Told told, long units, long price, long at) {
            account = told.account;
            instrument = told.instrument;
            side = told.side;
            lotUnits = told.lotUnits;
            this.units = units;
            this.price = price;
            this.at = at;
        }
    }

    private final long[][] quote;
    private final long[] last;
    private final Map<List<Integer>, Long> held = new HashMap<>();
    private final Map<Integer, Long> cash = new HashMap<>();
    private final Set<List<Integer>> stopped = new HashSet<>();
    private final Map<Long, Sent> open = new HashMap<>();
    private final List<Long> times = new ArrayList<>();
    private Table table;
    private Table begun;
    private int denied;

    WatchedGate(EngineCapacity capacity) {
        quote = new long[capacity.instruments()][2];
        last = new long[capacity.instruments()];
    }

    int denied() {
        return denied;
    }

    void hear(MemorySegment event) {
        int number = event.get(EngineFormat.U32, EngineFormat.INSTRUMENT);
        int account = event.get(EngineFormat.U32, EngineFormat.OF_ACCOUNT);
        int what = event.get(EngineFormat.U16, EngineFormat.SIDE) & 0xff;
        switch (EventKind.of(event.get(EngineFormat.U16, EngineFormat.KIND))) {
            case QUOTE -> quote[number] = new long[] {at(event, 24), at(event, 32)};
            case TRADE -> last[number] = at(event, 24);
            case POSITION -> held.put(List.of(account, number), at(event, 24));
            case CASH -> cash.put(number, at(event, 24));
            case STOP -> stopped.add(List.of(what, number));
            case RELEASE -> stopped.remove(List.of(what, number));
            case LIMITS_BEGIN ->
                begun = new Table(at(event, 24), at(event, 32), new HashMap<>(), new HashMap<>(), new HashMap<>());
            case INSTRUMENT_LIMITS -> begun.instruments.put(number, copy(event));
            case ACCOUNT_LIMITS -> begun.accounts.put(number, copy(event));
            case POSITION_LIMITS -> begun.positions.put(List.of(account, number), copy(event));
            case LIMITS -> table = begun;
            case FILL -> fill(event);
            case REPLACE_REFUSED -> replaceRefused(event);
            case CHILD_ENDED -> open.remove(at(event, EngineFormat.ORDER));
            default -> {}
        }
    }

    private void fill(MemorySegment event) {
        Sent sent = open.get(at(event, EngineFormat.ORDER));
        if (sent == null) {
            return;
        }
        long units = at(event, EngineFormat.LOTS) * sent.lotUnits;
        long sign = sent.side == Side.BUY ? 1 : -1;
        held.merge(List.of(sent.account, sent.instrument), sign * units, Long::sum);
        cash.merge(sent.account, -sign * units * at(event, EngineFormat.FILL_PRICE), Long::sum);
        sent.units -= units;
    }

    /** A child was sent: nothing of the table may be against it. */
    void keeps(SeededDesk.Told told, Decision child) {
        assertTrue(!stopped.contains(List.of(0, told.instrument)), "its instrument is stopped");
        assertTrue(!stopped.contains(List.of(1, told.account)), "its account is stopped");
        long units = child.lots() * told.lotUnits;
        long at = counts(told.instrument, child.price());
        if (table != null) {
            keeps(table, told, child, units, at);
        }
        times.add(child.time());
        open.put(child.child(), new Sent(told, units, child.price(), at));
    }

    private void keeps(Table limits, SeededDesk.Told told, Decision child, long units, long at) {
        MemorySegment instrument = limits.instruments.get(told.instrument);
        MemorySegment account = limits.accounts.get(told.account);
        assertTrue(instrument != null && account != null, "nobody set limits for it");
        boolean buys = told.side == Side.BUY;
        int restricted = instrument.get(EngineFormat.U16, EngineFormat.SIDE) >> 8;
        assertEquals(0, restricted & (buys ? 1 : 2), "it is restricted");
        long recent = times.stream()
                .filter(time -> time > child.time() - limits.nanos)
                .count();
        assertTrue(limits.rate == 0 || recent < limits.rate, "too many children");
        assertTrue(at(instrument, 24) == 0 || units <= at(instrument, 24), "too many units");
        assertTrue(at(instrument, 32) == 0 || units * at <= at(instrument, 32), "too large an amount");
        long band = at(instrument, 40);
        long reference = reference(told.instrument);
        assertTrue(
                band == 0
                        || child.price() == 0
                        || away(child.price(), reference).compareTo(BigDecimal.valueOf(band)) <= 0,
                "too far from the market");
        assertTrue(reference > 0 || (band == 0 && child.price() != 0), "nothing to compare its price with");
        MemorySegment pair = limits.positions.get(List.of(told.account, told.instrument));
        assertTrue(pair == null || units <= at(pair, buys ? 24 : 48), "too many units for the account");
        MemorySegment own = limits.positions.getOrDefault(List.of(told.account, told.instrument), account);
        long position = held.getOrDefault(List.of(told.account, told.instrument), 0L);
        long atVenues = open.values().stream()
                .filter(sent ->
                        sent.account == told.account && sent.instrument == told.instrument && sent.side == told.side)
                .mapToLong(sent -> sent.units)
                .sum();
        if (!buys) {
            assertTrue(position - atVenues - units >= at(own, 32), "too little would be held");
            return;
        }
        assertTrue(position + atVenues + units <= at(own, 40), "too much would be held");
        boolean counts = account.get(EngineFormat.U16, EngineFormat.SIDE) >> 8 == 1;
        long left = cash.getOrDefault(told.account, 0L) - reserved(told.account) - units * at;
        assertTrue(!counts || left >= at(account, 24), "too little cash");
    }

    /** A child was not sent: what it says of itself is against the limit it names. */
    void isDenied(SeededDesk.Told told, Decision decision) {
        denied++;
        Denial denial = decision.denial();
        boolean least = denial.reason() == DenialReason.CASH
                || (denial.reason() == DenialReason.POSITION && told.side == Side.SELL);
        switch (denial.reason()) {
            case RATE, QUANTITY, BAND, NOTIONAL, POSITION, CASH ->
                assertTrue(least ? denial.asked() < denial.bound() : denial.asked() > denial.bound(), decision::line);
            case INSTRUMENT, ACCOUNT, RESTRICTED, NO_PRICE ->
                assertEquals("0 0", denial.asked() + " " + denial.bound());
            case TOO_LARGE -> throw new AssertionError(decision.line());
        }
    }

    /** A child has another price: one that binds it less may not be against the table. */
    void replaced(SeededDesk.Told told, Decision decision) {
        Sent sent = open.get(decision.child());
        boolean less =
                told.side == Side.BUY ? decision.price() > sent.at : sent.price != 0 && decision.price() < sent.price;
        sent.price = decision.price();
        sent.at = decision.price();
        if (table != null && less) {
            mayMove(table, told, sent);
        }
    }

    private void mayMove(Table limits, SeededDesk.Told told, Sent sent) {
        MemorySegment instrument = limits.instruments.get(told.instrument);
        MemorySegment account = limits.accounts.get(told.account);
        assertTrue(instrument != null && account != null, "nobody set limits for it");
        boolean buys = told.side == Side.BUY;
        assertEquals(
                0, instrument.get(EngineFormat.U16, EngineFormat.SIDE) >> 8 & (buys ? 1 : 2), "moved, but restricted");
        assertTrue(at(instrument, 32) == 0 || sent.units * sent.at <= at(instrument, 32), "too large an amount");
        long band = at(instrument, 40);
        assertTrue(
                band == 0 || away(sent.at, reference(told.instrument)).compareTo(BigDecimal.valueOf(band)) <= 0,
                "moved too far from the market");
        boolean counts = account.get(EngineFormat.U16, EngineFormat.SIDE) >> 8 == 1;
        long left = cash.getOrDefault(told.account, 0L) - reserved(told.account);
        assertTrue(!buys || !counts || left >= at(account, 24), "moved with too little cash");
    }

    private long reserved(int account) {
        return open.values().stream()
                .filter(sent -> sent.account == account && sent.side == Side.BUY)
                .mapToLong(sent -> sent.units * sent.at)
                .sum();
    }

    private void replaceRefused(MemorySegment event) {
        Sent sent = open.get(at(event, EngineFormat.ORDER));
        if (sent != null) {
            long price = at(event, EngineFormat.STANDS_AT);
            sent.price = price;
            sent.at = price != 0 ? price : counts(sent.instrument, price);
        }
    }

    private long counts(int number, long price) {
        MemorySegment row = table == null ? null : table.instruments.get(number);
        BigDecimal reference = BigDecimal.valueOf(reference(number));
        return price != 0
                ? price
                : reference
                        .multiply(BPS.add(BigDecimal.valueOf(row == null ? 0 : at(row, 40))))
                        .divide(BPS, 0, RoundingMode.CEILING)
                        .longValueExact();
    }

    private long reference(int instrument) {
        long[] touch = quote[instrument];
        return touch[0] > 0 && touch[1] > 0 ? (touch[0] + touch[1]) / 2 : last[instrument];
    }

    private static BigDecimal away(long price, long reference) {
        return BigDecimal.valueOf(Math.abs(price - reference))
                .multiply(BPS)
                .divide(BigDecimal.valueOf(reference), 9, RoundingMode.HALF_UP);
    }

    private static long at(MemorySegment record, int offset) {
        return record.get(EngineFormat.I64, offset);
    }

    private static MemorySegment copy(MemorySegment record) {
        return MemorySegment.ofArray(record.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
    }
}
