package dev.vesper.desk.blotter;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.SessionPrices;
import java.util.Map;
import java.util.Set;

/** What the market of a run's session began and ended with, the same for as long as the run is known. */
public interface BlotterPrices {
    /**
     * By symbol; one without a trade is absent.
     *
     * @param run one whose data was checked
     */
    Map<String, SessionPrices> of(RunRecord run, Set<String> symbols);
}
