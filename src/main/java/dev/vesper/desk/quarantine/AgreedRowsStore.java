package dev.vesper.desk.quarantine;

import dev.vesper.approvals.DataEvent;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.event.StreamId;
import dev.vesper.orders.slice.RowSum;
import java.time.Instant;
import java.util.function.Function;

/** Keeps what two people agreed to of a run's rows. */
public interface AgreedRowsStore {
    /**
     * Stores the new verdict in the place of the one before, the new words of the question about the data, the event and the
     * audit row that vouches for it, in one transaction.
     *
     * @param asks the open question about the run's data, with its new words
     * @return false where it was answered, or other events came, a moment ago (nothing is changed then)
     */
    boolean agree(RunId run, DataCheck check, UserTask asks, Agreed agreed);

    /**
     * What is recorded of it.
     *
     * @param subject of the audit row
     * @param expected how many events the stream held when this was decided
     * @param event from the sum of the verdict as it is stored
     */
    record Agreed(
            Instant at,
            String by,
            String subject,
            String detail,
            boolean rehearsal,
            StreamId<DataEvent> stream,
            int expected,
            Function<RowSum, DataEvent> event) {}
}
