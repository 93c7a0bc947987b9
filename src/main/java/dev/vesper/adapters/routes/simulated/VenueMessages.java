package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.routes.fix.FixFields;
import dev.vesper.simulation.VenueCommand;
import dev.vesper.simulation.VenueReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.AvgPx;
import quickfix.field.ClOrdID;
import quickfix.field.CommType;
import quickfix.field.Commission;
import quickfix.field.CumQty;
import quickfix.field.CxlRejReason;
import quickfix.field.CxlRejResponseTo;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LeavesQty;
import quickfix.field.MinQty;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdStatus;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.Text;
import quickfix.field.TransactTime;
import quickfix.fix44.ExecutionReport;
import quickfix.fix44.NewOrderSingle;
import quickfix.fix44.OrderCancelReject;
import quickfix.fix44.OrderCancelRequest;
import quickfix.fix44.OrderStatusRequest;

/** A venue's side of the conversation: commands out of FIX messages, reports into them. */
final class VenueMessages {
    private LocalDate date;

    /** @param date the market's day until a message tells another: the date part of every time */
    VenueMessages(LocalDate date) {
        this.date = date;
    }

    /** What a message asks for; empty for one this venue does not understand. */
    Optional<VenueCommand> command(Message message) throws FieldNotFound {
        if (message instanceof NewOrderSingle) {
            date = FixFields.date(message, TransactTime.FIELD);
            return Optional.of(new VenueCommand.Enter(
                    message.getString(ClOrdID.FIELD),
                    message.getString(Symbol.FIELD),
                    FixFields.side(message),
                    FixFields.decimal(message, OrderQty.FIELD),
                    FixFields.decimalOr(message, Price.FIELD, BigDecimal.ZERO),
                    FixFields.decimalOr(message, MinQty.FIELD, BigDecimal.ZERO),
                    FixFields.millis(message, TransactTime.FIELD)));
        }
        if (message instanceof OrderCancelRequest) {
            return Optional.of(new VenueCommand.Cancel(
                    message.getString(ClOrdID.FIELD),
                    message.getString(OrigClOrdID.FIELD),
                    FixFields.millis(message, TransactTime.FIELD)));
        }
        return Optional.empty();
    }

    Message message(VenueReport report) {
        return switch (report) {
            case VenueReport.Execution execution -> execution(execution);
            case VenueReport.CancelRejected rejected -> cancelReject(rejected);
        };
    }

    /** The id of the order whose status is asked for (35=H); empty where a message asks for none. */
    static Optional<String> asked(Message message) throws FieldNotFound {
        return message instanceof OrderStatusRequest ? Optional.of(message.getString(ClOrdID.FIELD)) : Optional.empty();
    }

    /**
     * How an order stands (150=I): no event of it, so it tells no fill.
     *
     * @param last what was said of it last
     */
    Message status(VenueReport.Execution last) {
        Message message = execution(last);
        message.setString(ExecID.FIELD, last.clientOrderId() + "/I");
        message.setChar(ExecType.FIELD, ExecType.ORDER_STATUS);
        for (int field : new int[] {LastQty.FIELD, LastPx.FIELD, Commission.FIELD, CommType.FIELD}) {
            message.removeField(field);
        }
        return message;
    }

    /** The answer where nobody knows the order. */
    Message unknown(Message request, long millis) throws FieldNotFound {
        var message = new ExecutionReport();
        String id = request.getString(ClOrdID.FIELD);
        message.setString(OrderID.FIELD, "NONE");
        message.setString(ClOrdID.FIELD, id);
        message.setString(ExecID.FIELD, id + "/I");
        message.setChar(ExecType.FIELD, ExecType.ORDER_STATUS);
        message.setChar(OrdStatus.FIELD, OrdStatus.REJECTED);
        message.setInt(OrdRejReason.FIELD, OrdRejReason.UNKNOWN_ORDER);
        message.setString(Symbol.FIELD, request.getString(Symbol.FIELD));
        message.setChar(Side.FIELD, request.getChar(Side.FIELD));
        for (int field : new int[] {LeavesQty.FIELD, CumQty.FIELD, AvgPx.FIELD}) {
            FixFields.decimal(message, field, BigDecimal.ZERO);
        }
        FixFields.time(message, TransactTime.FIELD, date, millis);
        message.setString(Text.FIELD, "unknown order");
        return message;
    }

    private Message execution(VenueReport.Execution report) {
        var message = new ExecutionReport();
        message.setString(OrderID.FIELD, report.clientOrderId());
        message.setString(ClOrdID.FIELD, report.clientOrderId());
        message.setString(ExecID.FIELD, report.executionId());
        message.setChar(ExecType.FIELD, execType(report.event()));
        message.setChar(OrdStatus.FIELD, status(report.event()));
        message.setString(Symbol.FIELD, report.symbol());
        message.setChar(Side.FIELD, FixFields.side(report.side()));
        FixFields.decimal(message, OrderQty.FIELD, report.quantity());
        FixFields.decimal(message, LeavesQty.FIELD, report.leaves());
        FixFields.decimal(message, CumQty.FIELD, report.cumulative());
        FixFields.decimal(message, AvgPx.FIELD, report.averagePrice());
        FixFields.time(message, TransactTime.FIELD, date, report.millis());
        if (report.filled().signum() > 0) {
            FixFields.decimal(message, LastQty.FIELD, report.filled());
            FixFields.decimal(message, LastPx.FIELD, report.price());
            FixFields.decimal(message, Commission.FIELD, report.fee());
            message.setChar(CommType.FIELD, CommType.ABSOLUTE);
        }
        if (!report.reason().isEmpty()) {
            message.setString(Text.FIELD, report.reason());
        }
        return message;
    }

    private static Message cancelReject(VenueReport.CancelRejected report) {
        var message = new OrderCancelReject();
        message.setString(OrderID.FIELD, report.known() ? report.clientOrderId() : "NONE");
        message.setString(ClOrdID.FIELD, report.cancelId());
        message.setString(OrigClOrdID.FIELD, report.clientOrderId());
        message.setChar(OrdStatus.FIELD, report.known() ? OrdStatus.FILLED : OrdStatus.REJECTED);
        message.setChar(CxlRejResponseTo.FIELD, CxlRejResponseTo.ORDER_CANCEL_REQUEST);
        message.setInt(
                CxlRejReason.FIELD, report.known() ? CxlRejReason.TOO_LATE_TO_CANCEL : CxlRejReason.UNKNOWN_ORDER);
        message.setString(Text.FIELD, report.reason());
        return message;
    }

    private static char execType(VenueReport.Event event) {
        return switch (event) {
            case ACCEPTED -> ExecType.NEW;
            case PARTLY_FILLED, FILLED -> ExecType.TRADE;
            case CANCELLED -> ExecType.CANCELED;
            case REJECTED -> ExecType.REJECTED;
        };
    }

    private static char status(VenueReport.Event event) {
        return switch (event) {
            case ACCEPTED -> OrdStatus.NEW;
            case PARTLY_FILLED -> OrdStatus.PARTIALLY_FILLED;
            case FILLED -> OrdStatus.FILLED;
            case CANCELLED -> OrdStatus.CANCELED;
            case REJECTED -> OrdStatus.REJECTED;
        };
    }
}
