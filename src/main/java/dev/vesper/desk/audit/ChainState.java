package dev.vesper.desk.audit;

import java.time.Instant;
import java.util.List;

/**
 * How far the chain of audit rows was verified, and what everything together was found to be.
 *
 * @param head the newest row that was ever written
 * @param verified rows 1 up to this one were recomputed and follow from one another; 0 where none was yet
 * @param at when the last of them was
 * @param faults what did not fit in them
 * @param allVerified up to which row everything was verified the last time, with what the rows vouch for and what is kept outside;
 *     0 where that was not done since this Vesper started
 * @param allAt when that was
 * @param allFaults what did not fit then
 */
public record ChainState(
        ChainHead head,
        long verified,
        Instant at,
        List<AuditLog.Fault> faults,
        long allVerified,
        Instant allAt,
        List<AuditLog.Fault> allFaults) {
    public ChainState {
        faults = List.copyOf(faults);
        allFaults = List.copyOf(allFaults);
    }

    /** Whether a row is there that was not verified yet. */
    public boolean behind() {
        return verified < head.sequence();
    }
}
