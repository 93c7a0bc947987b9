package dev.vesper.adapters.routes.fix;

import dev.vesper.desk.execution.LateTold;
import dev.vesper.orders.slice.LateReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.OrigClOrdID;

/**
 * Reports of orders whose slice is booked. Said again they are known; a fill, a bust or a correction that is new is kept until
 * the desk asks for it, with all that was told of its order.
 */
final class LateReports {
    private static final Logger LOG = LoggerFactory.getLogger(LateReports.class);

    private final BiConsumer<String, String> told;
    private final VenueTimes times;
    private final Map<Order, Set<LateReport>> kept = new LinkedHashMap<>();
    private final Set<Order> news = new LinkedHashSet<>();

    private record Order(String venue, String clientOrderId) {}

    /** @param told is given the venue, and what it said in words */
    LateReports(BiConsumer<String, String> told, VenueTimes times) {
        this.told = told;
        this.times = times;
    }

    /** The order that a report is of, whatever message of ours it answers. */
    static String orderOf(Message report) throws FieldNotFound {
        return report.isSetField(OrigClOrdID.FIELD)
                ? report.getString(OrigClOrdID.FIELD)
                : report.getString(ClOrdID.FIELD).replaceFirst("-C[0-9]*$", "");
    }

    /** An earlier try of the run heard this of an order that has ended; it may not be booked. */
    void recall(String venue, Message report) {
        keep(venue, report);
    }

    /** @param known whether this execution was told before */
    void heard(String venue, Message report, boolean known) throws FieldNotFound {
        if (known || !report.isSetField(ExecType.FIELD)) {
            return;
        }
        String what = switch (report.getChar(ExecType.FIELD)) {
            case ExecType.TRADE -> "a fill";
            case ExecType.TRADE_CANCEL -> "the bust of a fill";
            case ExecType.TRADE_CORRECT -> "the correction of a fill";
            default -> "";
        };
        if (!what.isEmpty()) {
            String line = venue + " told " + what + " of " + report.getString(ClOrdID.FIELD) + " ("
                    + report.getString(ExecID.FIELD) + ") after its slice was booked";
            LOG.warn("{}", line);
            told.accept(venue, line);
            keep(venue, report);
        }
    }

    private void keep(String venue, Message report) {
        try {
            LateReport late = ReportFields.late(report, venue, times);
            if (late != null) {
                Order order = new Order(venue, orderOf(report));
                synchronized (kept) {
                    if (kept.computeIfAbsent(order, _ -> new LinkedHashSet<>()).add(late)) {
                        news.add(order);
                    }
                }
            }
        } catch (FieldNotFound | RuntimeException e) {
            String line =
                    "Expected a report of " + venue + " that can be read, but " + e + "; it is not booked: " + report;
            LOG.warn("{}", line);
            told.accept(venue, line);
        }
    }

    /** What there is of orders of which something was told since this was asked last. */
    List<LateTold> take() {
        synchronized (kept) {
            List<LateTold> late = new ArrayList<>();
            for (Order order : news) {
                late.add(new LateTold(
                        order.venue(), order.clientOrderId(), List.copyOf(kept.getOrDefault(order, Set.of()))));
            }
            news.clear();
            return late;
        }
    }
}
