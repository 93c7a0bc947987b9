package dev.vesper.execution.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** One event where it lies, as the Java engine reads it. */
record TwinEvent(MemorySegment segment, long at) {
    int kind() {
        return Short.toUnsignedInt(segment.get(EngineFormat.U16, at + EngineFormat.KIND));
    }

    int byteAt(int offset) {
        return Byte.toUnsignedInt(segment.get(ValueLayout.JAVA_BYTE, at + offset));
    }

    int intAt(int offset) {
        return segment.get(EngineFormat.U32, at + offset);
    }

    long longAt(int offset) {
        return segment.get(EngineFormat.I64, at + offset);
    }

    Terms terms() {
        return new Terms(
                longAt(EngineFormat.LOTS),
                longAt(EngineFormat.LIMIT),
                longAt(EngineFormat.MINIMUM),
                longAt(EngineFormat.MAXIMUM),
                intAt(EngineFormat.CAP),
                intAt(EngineFormat.DISPLAY));
    }

    /** Null where there is no such reference. */
    @Nullable
    Peg peg() {
        Peg.To to = Peg.To.of(byteAt(EngineFormat.REASON));
        if (to == null) {
            return null;
        }
        return to == Peg.To.NOTHING
                ? Peg.NONE
                : new Peg(
                        to,
                        longAt(EngineFormat.OFFSET),
                        longAt(EngineFormat.TICK),
                        longAt(EngineFormat.INTERVAL),
                        longAt(EngineFormat.STALE));
    }

    Drawn drawn() {
        return new Drawn(
                longAt(EngineFormat.SEED),
                intAt(EngineFormat.DRAWN_SIZE),
                intAt(EngineFormat.DRAWN_TIME),
                longAt(EngineFormat.LEAST_SHOWN));
    }

    RateLimit rate() {
        return new RateLimit(longAt(EngineFormat.RATE), longAt(EngineFormat.RATE_NANOS));
    }

    PositionLimits held() {
        return new PositionLimits(longAt(EngineFormat.LEAST_HELD), longAt(EngineFormat.MOST_HELD));
    }

    PairLimits pair() {
        return new PairLimits(held(), longAt(EngineFormat.MOST_BOUGHT), longAt(EngineFormat.MOST_SOLD));
    }
}
