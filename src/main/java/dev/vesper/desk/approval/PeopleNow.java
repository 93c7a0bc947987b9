package dev.vesper.desk.approval;

import dev.vesper.approvals.People;
import dev.vesper.desk.run.RunRecord;

/** Who belongs to which group by the firm's folder as it is now, whatever was frozen with a run. */
@FunctionalInterface
public interface PeopleNow {
    /** Of the run's firm; nobody is known where the folder cannot be read or names nobody. */
    People of(RunRecord run);
}
