package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import java.util.Optional;

/** Keeps what the contract said of a run's data. A save is one transaction and may be repeated. */
public interface DataCheckStore {
    /** The first verdict of a run stands. */
    void saveData(RunId run, DataCheck check);

    /** Gives a run the verdict of another one, with what each rule had found; the first verdict of a run stands. */
    void takeOverData(RunId run, RunId from);

    /** Empty where the data has not been checked yet. */
    Optional<DataCheck> data(RunId run);
}
