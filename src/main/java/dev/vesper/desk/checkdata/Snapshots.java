package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import java.util.List;

/** What the snapshots of runs consist of. */
@FunctionalInterface
public interface Snapshots {
    /** Those of a run, by product; none where no data of it was accepted. */
    List<DataSnapshot> of(RunId run);
}
