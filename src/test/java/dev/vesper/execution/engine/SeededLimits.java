package dev.vesper.execution.engine;

import java.util.SplittableRandom;

/** Draws from a seed what a gate is told: tables of limits, positions, cash, stops and their ends. */
final class SeededLimits {
    private final SplittableRandom random;
    private final EngineCapacity capacity;
    private final boolean wild;
    private long version;

    /** @param wild whether some tables are old, short of a row, or have rows of nothing known */
    SeededLimits(SplittableRandom random, EngineCapacity capacity, boolean wild) {
        this.random = random;
        this.capacity = capacity;
        this.wild = wild;
    }

    void tell(EventWriter writer, long now) {
        GateWriter gate = new GateWriter(writer);
        int instrument = random.nextInt(capacity.instruments() + (spoilt() ? 1 : 0));
        int account = random.nextInt(capacity.accounts() + (spoilt() ? 1 : 0));
        switch (random.nextInt(8)) {
            case 0, 1 -> table(gate, now);
            case 2 -> gate.position(now, account, instrument, random.nextLong(-20_000, 20_001));
            case 3 -> gate.cash(now, account, random.nextLong(-2_000_000_000L, 20_000_000_000L));
            case 4 -> {
                if (random.nextInt(3) == 0) {
                    gate.stop(now, GateWriter.Of.INSTRUMENT, instrument);
                } else if (random.nextInt(2) == 0) {
                    gate.stop(now, GateWriter.Of.ACCOUNT, account);
                }
            }
            case 5, 6 -> gate.release(now, GateWriter.Of.INSTRUMENT, instrument);
            default -> gate.release(now, GateWriter.Of.ACCOUNT, account);
        }
    }

    private void table(GateWriter gate, long now) {
        long number = spoilt() ? version : ++version;
        RateLimit rate = random.nextInt(3) > 0
                ? RateLimit.NONE
                : new RateLimit(random.nextInt(1, 30), random.nextLong(1, 2_000_000_000));
        gate.begin(now, number, rate);
        int rows = 0;
        for (int i = 0; i < capacity.instruments(); i++) {
            if (random.nextInt(12) > 0) {
                gate.instrument(now, number, i, instrument());
                rows++;
            }
        }
        for (int i = 0; i < capacity.accounts(); i++) {
            if (random.nextInt(12) > 0) {
                gate.account(now, number, i, account());
                rows++;
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            gate.position(
                    now,
                    number,
                    random.nextInt(capacity.accounts()),
                    random.nextInt(capacity.instruments()),
                    new PairLimits(held(), child(), child()));
            rows++;
        }
        gate.limits(now, number, spoilt() ? rows + 1L : rows);
    }

    private InstrumentLimits instrument() {
        return new InstrumentLimits(
                random.nextInt(10) > 0,
                random.nextInt(10) > 0,
                random.nextBoolean() ? 0 : random.nextLong(1, 20_000),
                random.nextBoolean() ? 0 : random.nextLong(1, 4_000_000_000L),
                random.nextBoolean() ? 0 : random.nextInt(1, 12));
    }

    private AccountLimits account() {
        return new AccountLimits(random.nextBoolean(), random.nextLong(-20_000_000_000L, 1_000_000_000), held());
    }

    private PositionLimits held() {
        return switch (random.nextInt(4)) {
            case 0 -> PositionLimits.LONG_ONLY;
            case 1 -> new PositionLimits(-random.nextLong(50_000), random.nextLong(50_000));
            default -> PositionLimits.NONE;
        };
    }

    private long child() {
        return random.nextBoolean() ? EngineFormat.MOST_AMOUNT : random.nextLong(20_000);
    }

    private boolean spoilt() {
        return wild && random.nextInt(10) == 0;
    }
}
