package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps how good each data product of a run was; it is kept with the first verdict. */
@FunctionalInterface
public interface QualityStore {
    /** The products of some runs, by name; a run is absent before its data is checked, or where an older Vesper did. */
    Map<RunId, List<ProductQuality>> quality(Collection<RunId> runs);
}
