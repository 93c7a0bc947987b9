package dev.vesper.execution.engine;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java engine's gate: the table of limits that counts, the one that is being told, and what they say of a child. */
final class TwinGate {
    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    /** A table of limits, whole or while it is told. */
    private static final class Table {
        final long version;
        final RateLimit rate;
        final Map<Integer, InstrumentLimits> instruments = new HashMap<>();
        final Map<Integer, AccountLimits> accounts = new HashMap<>();
        final Map<TwinBooks.Held, PairLimits> positions = new HashMap<>();
        long rows;

        Table(long version, RateLimit rate) {
            this.version = version;
            this.rate = rate;
        }
    }

    private final TwinBooks books;
    private final int instruments;
    private @Nullable Table table;
    private @Nullable Table begun;
    /** When the last children left, and how many ever did. */
    private final long[] sentAt = new long[EngineFormat.MOST_RATE];

    private long sent;

    TwinGate(EngineCapacity capacity, TwinBooks books) {
        this.books = books;
        instruments = capacity.instruments();
    }

    @Nullable
    RefusalReason begin(TwinEvent event) {
        long version = event.longAt(EngineFormat.ORDER);
        if (version <= (table == null ? 0 : table.version)) {
            return RefusalReason.VERSION;
        }
        if (!event.rate().stand()) {
            return RefusalReason.NUMBER;
        }
        begun = new Table(version, event.rate());
        return null;
    }

    /** A row of the table that is being told. */
    @Nullable
    RefusalReason row(EventKind kind, TwinEvent event) {
        Table into = begun;
        if (into == null || into.version != event.longAt(EngineFormat.ORDER)) {
            return RefusalReason.VERSION;
        }
        RefusalReason refusal = switch (kind) {
            case INSTRUMENT_LIMITS -> instrument(into, event);
            case ACCOUNT_LIMITS -> account(into, event);
            default -> position(into, event);
        };
        into.rows += refusal == null ? 1 : 0;
        return refusal;
    }

    private @Nullable RefusalReason instrument(Table into, TwinEvent event) {
        int number = event.intAt(EngineFormat.INSTRUMENT);
        if (number < 0 || number >= instruments) {
            return RefusalReason.INSTRUMENT;
        }
        int restricted = event.byteAt(EngineFormat.REASON);
        long band = event.longAt(EngineFormat.BAND);
        InstrumentLimits limits = new InstrumentLimits(
                (restricted & 1) == 0,
                (restricted & 2) == 0,
                event.longAt(EngineFormat.MOST_CHILD_UNITS),
                event.longAt(EngineFormat.MOST_CHILD_AMOUNT),
                (int) Math.clamp(band, -1L, 10_001L));
        if (restricted > 3 || !limits.stand()) {
            return RefusalReason.NUMBER;
        }
        into.instruments.put(number, limits);
        return null;
    }

    private @Nullable RefusalReason account(Table into, TwinEvent event) {
        int number = event.intAt(EngineFormat.INSTRUMENT);
        if (!books.has(number)) {
            return RefusalReason.ACCOUNT;
        }
        int cash = event.byteAt(EngineFormat.REASON);
        AccountLimits limits = new AccountLimits(cash == 1, event.longAt(EngineFormat.LEAST_CASH), event.held());
        if (cash > 1 || !limits.stand()) {
            return RefusalReason.NUMBER;
        }
        into.accounts.put(number, limits);
        return null;
    }

    private @Nullable RefusalReason position(Table into, TwinEvent event) {
        int instrument = event.intAt(EngineFormat.INSTRUMENT);
        if (instrument < 0 || instrument >= instruments) {
            return RefusalReason.INSTRUMENT;
        }
        int account = event.intAt(EngineFormat.OF_ACCOUNT);
        if (!books.has(account)) {
            return RefusalReason.ACCOUNT;
        }
        if (!event.pair().stand()) {
            return RefusalReason.NUMBER;
        }
        into.positions.put(books.held(account, instrument), event.pair());
        return null;
    }

    /** The table that was told counts from now on. */
    @Nullable
    RefusalReason limits(TwinEvent event) {
        if (begun == null || begun.version != event.longAt(EngineFormat.ORDER)) {
            return RefusalReason.VERSION;
        }
        if (begun.rows != event.longAt(EngineFormat.ROWS)) {
            return RefusalReason.NUMBER;
        }
        table = begun;
        begun = null;
        return null;
    }

    /** The price at which a child counts: its own; at the market the far end of the band above the reference. */
    long counted(int instrument, long price, long reference) {
        InstrumentLimits limits = table == null ? null : table.instruments.get(instrument);
        if (price != 0 || limits == null) {
            return price != 0 ? price : reference;
        }
        long band = limits.bandBps();
        return reference + reference / 10_000 * band + (reference % 10_000 * band + 9_999) / 10_000;
    }

    void sent(long now) {
        sentAt[(int) (sent++ % sentAt.length)] = now;
    }

    /**
     * Why a child may not leave, null where it may.
     *
     * @param price 0 for at the market
     * @param at the price at which it counts
     * @param reference middle of the last quote, or the last trade; 0 where there is neither
     */
    @Nullable
    Denial judge(TwinParent parent, long units, long price, long at, long reference, long now) {
        if (!books.hasRoom(parent, units, at)) {
            return new Denial(DenialReason.TOO_LARGE, 0, EngineFormat.MOST_AMOUNT);
        }
        if (table == null) {
            return null;
        }
        InstrumentLimits limits = table.instruments.get(parent.instrument);
        AccountLimits account = table.accounts.get(parent.account);
        if (limits == null || account == null || !may(parent, limits)) {
            return forbidden(limits, account);
        }
        int rate = (int) table.rate.children();
        if (rate > 0 && sent >= rate && sentAt[(int) ((sent - rate) % sentAt.length)] > now - table.rate.nanos()) {
            return new Denial(DenialReason.RATE, rate + 1L, rate);
        }
        Denial denial = ofChild(limits, units, price, at, reference);
        return denial == null ? ofAccount(table, account, parent, units, at) : denial;
    }

    /**
     * Why a child that is at the venue may not have a price that binds it less, null where it may.
     *
     * @param price above 0
     */
    @Nullable
    Denial mayMove(TwinParent parent, TwinParent.Child child, long price, long reference) {
        long units = child.open * parent.lotUnits;
        long reserved = books.reservedAfter(parent, child, price);
        if (TwinBooks.amount(units, price) > EngineFormat.MOST_AMOUNT || reserved > EngineFormat.MOST_AMOUNT) {
            return new Denial(DenialReason.TOO_LARGE, 0, EngineFormat.MOST_AMOUNT);
        }
        if (table == null) {
            return null;
        }
        InstrumentLimits limits = table.instruments.get(parent.instrument);
        AccountLimits account = table.accounts.get(parent.account);
        if (limits == null || account == null || !may(parent, limits)) {
            return forbidden(limits, account);
        }
        Denial denial = ofChild(limits, units, price, price, reference);
        long cash = books.account(parent.account).cash - reserved;
        boolean owes = parent.buys() && account.cashCounts() && cash < account.leastCash();
        return denial == null && owes ? new Denial(DenialReason.CASH, cash, account.leastCash()) : denial;
    }

    private static boolean may(TwinParent parent, InstrumentLimits limits) {
        return parent.buys() ? limits.mayBuy() : limits.maySell();
    }

    private static Denial forbidden(@Nullable InstrumentLimits limits, @Nullable AccountLimits account) {
        if (limits == null) {
            return Denial.of(DenialReason.INSTRUMENT);
        }
        return Denial.of(account == null ? DenialReason.ACCOUNT : DenialReason.RESTRICTED);
    }

    private static @Nullable Denial ofChild(InstrumentLimits limits, long units, long price, long at, long reference) {
        if (limits.mostUnits() > 0 && units > limits.mostUnits()) {
            return new Denial(DenialReason.QUANTITY, units, limits.mostUnits());
        }
        if (reference == 0 && (limits.bandBps() > 0 || price == 0)) {
            return Denial.of(DenialReason.NO_PRICE);
        }
        if (price != 0 && limits.bandBps() > 0) {
            long away = bps(Math.abs(price - reference), reference);
            if (away > limits.bandBps()) {
                return new Denial(DenialReason.BAND, away, limits.bandBps());
            }
        }
        long amount = TwinBooks.amount(units, at);
        return limits.mostAmount() > 0 && amount > limits.mostAmount()
                ? new Denial(DenialReason.NOTIONAL, amount, limits.mostAmount())
                : null;
    }

    private @Nullable Denial ofAccount(Table counts, AccountLimits limits, TwinParent parent, long units, long at) {
        TwinBooks.Held held = books.held(parent.account, parent.instrument);
        PairLimits pair = counts.positions.getOrDefault(held, PairLimits.of(limits.held()));
        long most = parent.buys() ? pair.mostBought() : pair.mostSold();
        if (units > most) {
            return new Denial(DenialReason.QUANTITY, units, most);
        }
        PositionLimits bounds = pair.held();
        long after = parent.buys() ? held.units + held.buying + units : held.units - held.selling - units;
        if (parent.buys() ? after > bounds.most() : after < bounds.least()) {
            return new Denial(DenialReason.POSITION, after, parent.buys() ? bounds.most() : bounds.least());
        }
        TwinBooks.Account account = books.account(parent.account);
        long cash = account.cash - account.reserved - TwinBooks.amount(units, at);
        return parent.buys() && limits.cashCounts() && cash < limits.leastCash()
                ? new Denial(DenialReason.CASH, cash, limits.leastCash())
                : null;
    }

    /** A distance in basis points of a price, rounded up. */
    private static long bps(long distance, long of) {
        BigInteger[] parts = BigInteger.valueOf(distance).multiply(BPS).divideAndRemainder(BigInteger.valueOf(of));
        return parts[0].add(BigInteger.valueOf(parts[1].signum()))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }
}
