package dev.vesper.execution.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Lays the decisions of one call out, each for the event that is being taken. */
final class DecisionWriter {
    private final RecordPlaces places;
    private final MemorySegment segment;
    private int count;
    private long event;
    private long now;

    DecisionWriter(RecordPlaces places) {
        this.places = places;
        this.segment = places.segment();
    }

    int count() {
        return count;
    }

    void event(long number, long time) {
        event = number;
        now = time;
    }

    void child(TwinParent parent, TwinParent.Child child) {
        put(DecisionKind.CHILD, parent, child);
    }

    void replace(TwinParent parent, TwinParent.Child child) {
        put(DecisionKind.REPLACE, parent, child);
    }

    void cancel(TwinParent parent, TwinParent.Child child) {
        long at = put(DecisionKind.CANCEL, parent, child);
        segment.set(EngineFormat.I64, at + EngineFormat.CHILD_LOTS, 0);
        segment.set(EngineFormat.I64, at + EngineFormat.PRICE, 0);
    }

    void denied(TwinParent parent, long lots, long price, Denial denial) {
        int code = denial.reason().code();
        long at = begin(DecisionKind.DENIED, parent.side, code, parent.instrument, now, parent.number);
        segment.set(EngineFormat.I64, at + EngineFormat.CHILD, denial.asked());
        segment.set(EngineFormat.I64, at + EngineFormat.CHILD_LOTS, lots);
        segment.set(EngineFormat.I64, at + EngineFormat.PRICE, price);
        segment.set(EngineFormat.I64, at + EngineFormat.BOUND, denial.bound());
    }

    void ended(TwinParent parent, EndReason reason) {
        long at = begin(DecisionKind.PARENT_ENDED, parent.side, reason.code(), parent.instrument, now, parent.number);
        segment.set(EngineFormat.I64, at + EngineFormat.CHILD_LOTS, parent.done);
    }

    /** The event at {@code from} changes nothing. */
    void refused(MemorySegment events, long from, RefusalReason reason) {
        begin(
                DecisionKind.REFUSED,
                events.get(ValueLayout.JAVA_BYTE, from + EngineFormat.SIDE),
                reason.code(),
                events.get(EngineFormat.U32, from + EngineFormat.INSTRUMENT),
                events.get(EngineFormat.I64, from + EngineFormat.TIME),
                events.get(EngineFormat.I64, from + EngineFormat.ORDER));
    }

    private long put(DecisionKind kind, TwinParent parent, TwinParent.Child child) {
        int auction = parent.style.auction() ? 1 : 0;
        long at = begin(kind, parent.side, auction, parent.instrument, now, parent.number);
        segment.set(EngineFormat.I64, at + EngineFormat.CHILD, child.id);
        segment.set(EngineFormat.I64, at + EngineFormat.CHILD_LOTS, child.open);
        segment.set(EngineFormat.I64, at + EngineFormat.PRICE, child.price);
        return at;
    }

    private long begin(DecisionKind kind, int side, int reason, int instrument, long time, long order) {
        long at = places.at(count++);
        segment.asSlice(at, EngineFormat.RECORD).fill((byte) 0);
        segment.set(EngineFormat.U16, at + EngineFormat.KIND, (short) kind.code());
        segment.set(ValueLayout.JAVA_BYTE, at + EngineFormat.SIDE, (byte) side);
        segment.set(ValueLayout.JAVA_BYTE, at + EngineFormat.REASON, (byte) reason);
        segment.set(EngineFormat.U32, at + EngineFormat.INSTRUMENT, instrument);
        segment.set(EngineFormat.I64, at + EngineFormat.TIME, time);
        segment.set(EngineFormat.I64, at + EngineFormat.ORDER, order);
        segment.set(EngineFormat.I64, at + EngineFormat.EVENT, event);
        return at;
    }
}
