package dev.vesper.adapters.routes.fix;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.slice.LateReport;
import dev.vesper.orders.state.Execution;
import dev.vesper.orders.state.OrderReport;
import dev.vesper.orders.state.OrderStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.CommType;
import quickfix.field.Commission;
import quickfix.field.CumQty;
import quickfix.field.ExecID;
import quickfix.field.ExecRefID;
import quickfix.field.ExecType;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdStatus;
import quickfix.field.Symbol;
import quickfix.field.Text;

/** What an execution report (35=8) says of an order. */
final class ReportFields {
    private static final char NO_TYPE = ' ';

    private ReportFields() {}

    /** Whether it answers a question about the order (ExecType I, Order Status) and not an event of it. */
    static boolean answersInquiry(Message report) throws FieldNotFound {
        return type(report) == ExecType.ORDER_STATUS;
    }

    /** Whether it says that the venue does not know the order: the status of an order that is unknown is Rejected. */
    static boolean tellsUnknown(Message report) throws FieldNotFound {
        return answersInquiry(report)
                && report.getChar(OrdStatus.FIELD) == OrdStatus.REJECTED
                && report.isSetField(OrdRejReason.FIELD)
                && report.getInt(OrdRejReason.FIELD) == OrdRejReason.UNKNOWN_ORDER;
    }

    static OrderReport.Told told(Message report, ChildOrder child, VenueTimes times) throws FieldNotFound {
        OrderStatus status = status(report.getChar(OrdStatus.FIELD));
        char type = type(report);
        boolean bust = type == ExecType.TRADE_CANCEL;
        boolean correction = type == ExecType.TRADE_CORRECT;
        Execution execution = null;
        if (!bust && type != ExecType.ORDER_STATUS && report.isSetField(LastQty.FIELD)) {
            BigDecimal filled = FixFields.decimal(report, LastQty.FIELD);
            if (filled.signum() > 0) {
                execution = execution(report, filled, times.marketMillis(report, child));
            }
        }
        return new OrderReport.Told(
                status,
                FixFields.decimalOr(
                        report, CumQty.FIELD, status == OrderStatus.FILLED ? child.quantity() : BigDecimal.ZERO),
                execution,
                bust || correction ? report.getString(ExecRefID.FIELD) : null,
                status == OrderStatus.REJECTED ? FixFields.textOr(report, Text.FIELD, "no reason given") : "");
    }

    /** What a report tells of the fills of an order that is not at work; null where it tells of none. */
    static @Nullable LateReport late(Message report, String venue, VenueTimes times) throws FieldNotFound {
        char type = type(report);
        if (type == ExecType.TRADE_CANCEL) {
            return new LateReport.Bust(report.getString(ExecRefID.FIELD), report.getString(ExecID.FIELD));
        }
        if (type == ExecType.ORDER_STATUS || !report.isSetField(LastQty.FIELD)) {
            return null;
        }
        BigDecimal filled = FixFields.decimal(report, LastQty.FIELD);
        boolean correction = type == ExecType.TRADE_CORRECT;
        if (filled.signum() == 0 && !correction) {
            return null;
        }
        Execution execution =
                execution(report, filled, times.marketMillis(report, venue, report.getString(Symbol.FIELD)));
        return correction
                ? new LateReport.Correction(report.getString(ExecRefID.FIELD), execution)
                : new LateReport.LateFill(execution);
    }

    private static char type(Message report) throws FieldNotFound {
        return report.isSetField(ExecType.FIELD) ? report.getChar(ExecType.FIELD) : NO_TYPE;
    }

    /** What is neither an end nor a fill is open: New, Pending New, Replaced, Suspended, Stopped, Calculated. */
    private static OrderStatus status(char status) {
        return switch (status) {
            case OrdStatus.PARTIALLY_FILLED -> OrderStatus.PARTIALLY_FILLED;
            case OrdStatus.FILLED -> OrderStatus.FILLED;
            case OrdStatus.DONE_FOR_DAY -> OrderStatus.DONE_FOR_DAY;
            case OrdStatus.CANCELED -> OrderStatus.CANCELLED;
            case OrdStatus.EXPIRED -> OrderStatus.EXPIRED;
            case OrdStatus.REJECTED -> OrderStatus.REJECTED;
            case OrdStatus.PENDING_CANCEL -> OrderStatus.PENDING_CANCEL;
            default -> OrderStatus.NEW;
        };
    }

    private static Execution execution(Message report, BigDecimal quantity, long millis) throws FieldNotFound {
        BigDecimal price = FixFields.decimal(report, LastPx.FIELD);
        return new Execution(report.getString(ExecID.FIELD), quantity, price, fee(report, quantity, price), millis);
    }

    private static BigDecimal fee(Message report, BigDecimal quantity, BigDecimal price) throws FieldNotFound {
        BigDecimal commission = FixFields.decimalOr(report, Commission.FIELD, BigDecimal.ZERO);
        char type = report.isSetField(CommType.FIELD) ? report.getChar(CommType.FIELD) : CommType.ABSOLUTE;
        return switch (type) {
            case CommType.PER_UNIT -> commission.multiply(quantity);
            case CommType.PERCENT ->
                commission.multiply(quantity).multiply(price).movePointLeft(2);
            default -> commission;
        };
    }
}
