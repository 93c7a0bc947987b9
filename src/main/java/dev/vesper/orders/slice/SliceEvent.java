package dev.vesper.orders.slice;

import dev.vesper.orders.Fill;
import java.util.List;

/** What happened to the orders of a run. One event a slice and step, never one a child: a large day has 100,000 of them. */
public sealed interface SliceEvent {
    /** Slice of the day, counted from 0. */
    int slice();

    /** SHA-256 over the link of the event before and what this one says; 64 hex digits. */
    String link();

    /**
     * From a slice on less may be traded of these orders than was approved, and of no other: the rules were changed. What the
     * engine was told for a slice is what the newest of these says, so that it decides the same when it is asked again.
     */
    record OrdersLessened(int slice, List<LessenedOrder> orders, String link) implements SliceEvent {
        public OrdersLessened {
            orders = List.copyOf(orders);
        }
    }

    /**
     * What was due was decided, to be sent to the venues.
     *
     * @param children none where nothing was due: then nothing is left to book
     */
    record SliceSent(int slice, RowSum children, String link) implements SliceEvent {}

    /** All children of a slice ended, and what the venues filled was booked. */
    record SliceBooked(int slice, RowSum outcomes, RowSum fills, String link) implements SliceEvent {}

    /** What a venue told of a fill after its slice was booked. Rare, so each has an event of its own, with its content. */
    sealed interface Amendment extends SliceEvent {
        /** The fill that is added or, by a bust, taken back; it has a trade date. */
        Fill fill();

        /** What it is, for people and for the books: {@code bust:XFAR/2018-04-12/E7}. */
        String label();
    }

    /** A fill that the venue told too late for its slice. */
    record LateFillBooked(int slice, Fill fill, String link) implements Amendment {
        @Override
        public String label() {
            return "late-fill:" + AmendedFills.FillKey.of(fill);
        }
    }

    /**
     * The venue took a fill back.
     *
     * @param fill as it stood
     * @param by ExecID of the report that says so
     */
    record FillBusted(int slice, Fill fill, String by, String link) implements Amendment {
        @Override
        public String label() {
            return "bust:" + AmendedFills.FillKey.of(fill);
        }
    }

    /**
     * The venue replaced a fill.
     *
     * @param wrong the fill that stands no more, as it stood
     * @param fill what stands in its place
     */
    record FillCorrected(int slice, Fill wrong, Fill fill, String link) implements Amendment {
        @Override
        public String label() {
            return "correction:" + AmendedFills.FillKey.of(wrong);
        }
    }
}
