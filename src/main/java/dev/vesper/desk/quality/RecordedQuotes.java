package dev.vesper.desk.quality;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.ticks.BestQuotes;
import java.time.LocalDate;
import java.util.Optional;

/** The market's best quotes of the sessions that were worked, where somebody recorded them. */
@FunctionalInterface
public interface RecordedQuotes {
    /** Nobody did. */
    RecordedQuotes NONE = (_, _, _) -> Optional.empty();

    /**
     * Of one instrument and session.
     *
     * @param run whose orders met them
     * @throws dev.vesper.basics.Problem of kind INPUT where they cannot be read
     */
    Optional<BestQuotes> of(RunRecord run, LocalDate session, String symbol);
}
