package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import java.util.List;

/** The rows that a run's contracts set aside. */
@FunctionalInterface
public interface SetAside {
    /**
     * So many of them from a place on, in the order of their files.
     *
     * @param check of the run
     * @param from how many are passed over
     */
    List<SetAsideRow> rows(RunId run, DataCheck check, int from, int most);
}
