package dev.vesper.adapters.routes.fix;

import dev.vesper.desk.execution.LateTold;
import dev.vesper.desk.execution.MessageWatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.BusinessRejectReason;
import quickfix.field.BusinessRejectRefID;
import quickfix.field.ClOrdID;
import quickfix.field.ExecID;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.OrigClOrdID;
import quickfix.field.PossDupFlag;
import quickfix.field.PossResend;
import quickfix.field.RefMsgType;
import quickfix.field.RefSeqNum;
import quickfix.field.RefTagID;
import quickfix.field.SenderCompID;
import quickfix.field.Text;

/**
 * What venues say of orders. A report that cannot be read is no reason to stop the session, which would ask for it again for
 * ever: it is told to the log, and the order is asked about.
 */
final class VenueReports {
    private static final Logger LOG = LoggerFactory.getLogger(VenueReports.class);

    private final OrdersAtWork work;
    private final VenueTimes times;
    private final MessageWatch watch;
    private final LateReports late;
    private final Optional<ReportJournal> journal;
    /** Every execution of the run that was heard, by venue and ExecID. */
    private final Set<String> executions = ConcurrentHashMap.newKeySet();
    /** What we sent of the slice that is worked, by venue and number. */
    private final Map<SentNumber, Said> said = new ConcurrentHashMap<>();

    /** @param journal of what real venues say; absent where there is none */
    VenueReports(
            OrdersAtWork work,
            VenueTimes times,
            MessageWatch watch,
            LateReports late,
            Optional<ReportJournal> journal) {
        this.journal = journal;
        journal.map(ReportJournal::found).orElse(List.of()).forEach(this::isNew);
        this.work = work;
        this.times = times;
        this.watch = watch;
        this.late = late;
    }

    /** Whether a report of an execution was not heard before in this run; what a simulated venue repeats is marked so. */
    private boolean isNew(Message report) {
        try {
            Message.Header header = report.getHeader();
            boolean marked = (header.isSetField(PossDupFlag.FIELD) && header.getBoolean(PossDupFlag.FIELD))
                    || (header.isSetField(PossResend.FIELD) && header.getBoolean(PossResend.FIELD));
            return !report.isSetField(ExecID.FIELD)
                    || (executions.add(header.getString(SenderCompID.FIELD) + '\u0001' + report.getString(ExecID.FIELD))
                            && (journal.isPresent() || !marked));
        } catch (FieldNotFound e) {
            return true;
        }
    }

    private record SentNumber(String venue, int number) {}

    /** A message of ours about an order. */
    private record Said(String type, String clientOrderId) {}

    /** A slice begins: nobody refuses any more what was said of earlier ones. */
    void begin() {
        said.clear();
    }

    /** A real venue said something: on the disk before the session counts it as heard. */
    void written(Message message) {
        journal.ifPresent(file -> file.append(message));
    }

    /** Tells an order of an earlier try what its venue said then. */
    void recall(WorkingOrder order) {
        for (Message message : journal.map(ReportJournal::found).orElse(List.of())) {
            try {
                String id = order.child.clientOrderId();
                if (message.getHeader().getString(MsgType.FIELD).equals(MsgType.EXECUTION_REPORT)
                        && (id.equals(message.getString(ClOrdID.FIELD))
                                || id.equals(FixFields.textOr(message, OrigClOrdID.FIELD, "")))) {
                    order.report(message, times);
                }
            } catch (FieldNotFound | RuntimeException e) {
                LOG.warn("Expected what a venue said to be readable, but {}", e.toString());
            }
        }
    }

    /**
     * Tells what earlier tries heard of orders that have ended: the kill may have come before the desk booked it.
     *
     * @param unfinished orders that are worked again
     * @param venues names a venue by its SenderCompID
     */
    void recallEnded(Set<String> unfinished, UnaryOperator<String> venues) {
        for (Message message : journal.map(ReportJournal::found).orElse(List.of())) {
            try {
                Message.Header header = message.getHeader();
                if (header.getString(MsgType.FIELD).equals(MsgType.EXECUTION_REPORT)
                        && !unfinished.contains(LateReports.orderOf(message))) {
                    late.recall(venues.apply(header.getString(SenderCompID.FIELD)), message);
                }
            } catch (FieldNotFound | RuntimeException e) {
                LOG.warn("Expected what a venue said to be readable, but {}", e.toString());
            }
        }
    }

    /** What venues told of orders that are not at work, since this was asked last. */
    List<LateTold> late() {
        return late.take();
    }

    /** One of ours is leaving. */
    void leaving(String venue, Message message) {
        try {
            String type = message.getHeader().getString(MsgType.FIELD);
            String order = message.isSetField(OrigClOrdID.FIELD)
                    ? message.getString(OrigClOrdID.FIELD)
                    : message.getString(ClOrdID.FIELD);
            said.put(new SentNumber(venue, message.getHeader().getInt(MsgSeqNum.FIELD)), new Said(type, order));
        } catch (FieldNotFound e) {
            LOG.debug("a message to {} is about no order: {}", venue, e.getMessage());
        }
    }

    /** A venue's application said something. */
    void heard(String venue, Message message) {
        try {
            switch (message.getHeader().getString(MsgType.FIELD)) {
                case MsgType.EXECUTION_REPORT -> execution(venue, message);
                case MsgType.ORDER_CANCEL_REJECT ->
                    told(message, MessageWatch.Kind.CANCEL_REJECT, order -> order.cancelRejected(message));
                case MsgType.BUSINESS_MESSAGE_REJECT -> refused(venue, message);
                default -> LOG.debug("{} said what is not about orders", venue);
            }
        } catch (FieldNotFound | RuntimeException e) {
            LOG.warn("Expected a report of {} that can be read, but {}; its order is asked about", venue, e.toString());
        }
    }

    /** A venue's session did not understand a message of ours (35=3). */
    void notUnderstood(String venue, Message reject) {
        try {
            Said ours = said.get(new SentNumber(venue, reject.getInt(RefSeqNum.FIELD)));
            if (ours == null) {
                return;
            }
            String why = FixFields.textOr(reject, Text.FIELD, "no reason given")
                    + (reject.isSetField(RefTagID.FIELD) ? ", tag " + reject.getInt(RefTagID.FIELD) : "");
            work.heard(ours.clientOrderId(), order -> {
                if (ours.type().equals(MsgType.ORDER_SINGLE)) {
                    order.notUnderstood(why);
                } else {
                    order.notAnswered();
                }
            });
        } catch (FieldNotFound | RuntimeException e) {
            LOG.warn("Expected a reject of {} that can be read, but {}", venue, e.toString());
        }
    }

    private void execution(String venue, Message message) throws FieldNotFound {
        boolean fresh = isNew(message);
        if (!told(message, MessageWatch.Kind.REPORT, order -> order.report(message, times))) {
            late.heard(venue, message, !fresh);
        }
    }

    private boolean told(Message message, MessageWatch.Kind kind, OrdersAtWork.News news) throws FieldNotFound {
        String id = message.getString(ClOrdID.FIELD);
        if (!work.works(id) && message.isSetField(OrigClOrdID.FIELD)) {
            id = message.getString(OrigClOrdID.FIELD);
        }
        return work.heard(id, order -> {
            news.of(order);
            watch.message(order.child, kind, order.ended());
        });
    }

    /** Business Message Reject (35=j): the venue understood, and does not do it. */
    private void refused(String venue, Message reject) throws FieldNotFound {
        Said ours = about(venue, reject);
        if (ours == null) {
            return;
        }
        String text = FixFields.textOr(reject, Text.FIELD, "no reason given");
        boolean unknown = reject.isSetField(BusinessRejectReason.FIELD)
                && reject.getInt(BusinessRejectReason.FIELD) == BusinessRejectReason.UNKNOWN_ID;
        work.heard(ours.clientOrderId(), order -> {
            if (ours.type().equals(MsgType.ORDER_SINGLE)) {
                order.businessReject(text);
            } else if (unknown) {
                order.notKnown();
            } else {
                order.notAnswered();
            }
        });
    }

    private @Nullable Said about(String venue, Message reject) throws FieldNotFound {
        if (reject.isSetField(RefSeqNum.FIELD)) {
            Said ours = said.get(new SentNumber(venue, reject.getInt(RefSeqNum.FIELD)));
            if (ours != null) {
                return ours;
            }
        }
        if (!reject.isSetField(BusinessRejectRefID.FIELD)) {
            return null;
        }
        String id = reject.getString(BusinessRejectRefID.FIELD);
        String order = work.works(id) ? id : id.replaceFirst("-C[0-9]*$", "");
        return new Said(reject.getString(RefMsgType.FIELD), order);
    }
}
