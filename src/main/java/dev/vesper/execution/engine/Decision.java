package dev.vesper.execution.engine;

import dev.vesper.orders.Side;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;

/**
 * A decision as it was read; for people and tests, since reading makes objects. The fields are those of {@link EngineFormat}.
 *
 * @param reason code of an {@link EndReason}, a {@link RefusalReason} or a {@link DenialReason}; of a child 1 where it is for
 *     an auction, else 0
 * @param order the parent; of a refused fill or child's end the child
 * @param child of a denied one what it would have come to, see {@link #denial()}
 * @param bound of a denied one the limit
 */
public record Decision(
        DecisionKind kind,
        Side side,
        int reason,
        int instrument,
        long time,
        long order,
        long child,
        long lots,
        long price,
        long event,
        long bound) {
    /** The decision at an index. */
    public static Decision at(MemorySegment decisions, int index) {
        long at = (long) index * EngineFormat.RECORD;
        return new Decision(
                DecisionKind.of(decisions.get(EngineFormat.U16, at + EngineFormat.KIND)),
                decisions.get(ValueLayout.JAVA_BYTE, at + EngineFormat.SIDE) == 0 ? Side.BUY : Side.SELL,
                decisions.get(ValueLayout.JAVA_BYTE, at + EngineFormat.REASON),
                decisions.get(EngineFormat.U32, at + EngineFormat.INSTRUMENT),
                decisions.get(EngineFormat.I64, at + EngineFormat.TIME),
                decisions.get(EngineFormat.I64, at + EngineFormat.ORDER),
                decisions.get(EngineFormat.I64, at + EngineFormat.CHILD),
                decisions.get(EngineFormat.I64, at + EngineFormat.CHILD_LOTS),
                decisions.get(EngineFormat.I64, at + EngineFormat.PRICE),
                decisions.get(EngineFormat.I64, at + EngineFormat.EVENT),
                decisions.get(EngineFormat.I64, at + EngineFormat.BOUND));
    }

    /** Why a child was denied; only of a denied one. */
    public Denial denial() {
        return new Denial(DenialReason.of(reason), child, bound);
    }

    /** One line for people, such as {@code 36000.000 s child 3 of parent 7: BUY 100 at 10.0100}. */
    public String line() {
        String when = BigDecimal.valueOf(time / 1_000_000, 3).toPlainString() + " s ";
        long number = child & ((1L << EngineFormat.CHILD_BITS) - 1);
        String of = " of parent " + order;
        return when
                + switch (kind) {
                    case CHILD ->
                        "child " + number + of + ": " + side + " " + lots + at() + (reason == 1 ? ", auction" : "");
                    case REPLACE -> "child " + number + of + ": now" + at();
                    case CANCEL -> "child " + number + of + ": cancel";
                    case PARENT_ENDED ->
                        "parent " + order + " ended: " + EndReason.of(reason) + ", " + lots + " filled";
                    case DENIED -> "child" + of + " denied: " + side + " " + lots + at() + ", " + denial();
                    case REFUSED -> "event " + event + " refused: " + RefusalReason.of(reason);
                };
    }

    private String at() {
        return price == 0
                ? " at the market"
                : " at " + BigDecimal.valueOf(price, 4).toPlainString();
    }
}
