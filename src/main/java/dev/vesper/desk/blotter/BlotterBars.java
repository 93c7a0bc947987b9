package dev.vesper.desk.blotter;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.TapeBars;
import java.util.Map;
import java.util.Set;

/** What the market of a run's session did while its orders were worked, the same for as long as the run is known. */
public interface BlotterBars {
    /**
     * By symbol, over the hours in which its orders are worked; one without a tape is absent.
     *
     * @param run one whose data was checked
     */
    Map<String, TapeBars> of(RunRecord run, Set<String> symbols);
}
