package dev.vesper.adapters.routes.fix;

import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExecID;
import quickfix.field.ExecType;

/**
 * Reports of orders whose slice is booked. Said again they are known; a fill, a bust or a correction that is new is not in the
 * books, and is for a person to see.
 */
final class LateReports {
    private static final Logger LOG = LoggerFactory.getLogger(LateReports.class);

    private final BiConsumer<String, String> told;

    /** @param told is given the venue, and what it said in words */
    LateReports(BiConsumer<String, String> told) {
        this.told = told;
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
                    + report.getString(ExecID.FIELD) + ") after its slice was booked; it is not in the books";
            LOG.warn("{}", line);
            told.accept(venue, line);
        }
    }
}
