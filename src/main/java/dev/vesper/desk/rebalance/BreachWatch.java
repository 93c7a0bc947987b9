package dev.vesper.desk.rebalance;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.Breach;
import java.util.List;

/** Is told which limits a day begins over. */
@FunctionalInterface
public interface BreachWatch {
    /**
     * All of them, of every account, before the day's decision is stored; once more, with the same, where the stage is done again
     * after a crash.
     */
    void seen(RunRecord run, List<Breach> over);
}
