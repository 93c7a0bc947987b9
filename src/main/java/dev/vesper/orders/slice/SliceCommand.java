package dev.vesper.orders.slice;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.time.LocalDate;
import java.util.List;

/** What is asked of the orders of a run. */
public sealed interface SliceCommand {
    /**
     * From a slice on, which is sent next, less may be traded of these orders, and of no other.
     *
     * @param orders each once; none where all may be traded whole again
     */
    record LessenOrders(int slice, List<LessenedOrder> orders) implements SliceCommand {
        public LessenOrders {
            orders = List.copyOf(orders);
        }
    }

    /** Sends what is due in a slice; nothing may be due. */
    record SendSlice(int slice, List<ChildOrder> children) implements SliceCommand {
        public SendSlice {
            children = List.copyOf(children);
        }
    }

    /**
     * Books how a slice ended.
     *
     * @param children as they were sent
     * @param fills each execution once
     */
    record BookSlice(int slice, List<ChildOrder> children, List<ChildOutcome> outcomes, List<Fill> fills)
            implements SliceCommand {
        public BookSlice {
            children = List.copyOf(children);
            outcomes = List.copyOf(outcomes);
            fills = List.copyOf(fills);
        }
    }

    /**
     * Books what a venue tells of a child whose slice is booked.
     *
     * @param account of its parent: venues do not know our accounts
     * @param booked the fills that slices booked of the child's venue and day under an ExecID that the report names
     * @param day the trade date
     */
    record AmendFill(ChildOrder child, String account, LateReport report, List<Fill> booked, LocalDate day)
            implements SliceCommand {
        public AmendFill {
            booked = List.copyOf(booked);
        }
    }
}
