package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import java.util.List;

/** Keeps how good each data product of a run was; it is kept with the first verdict. */
@FunctionalInterface
public interface QualityStore {
    /** The products of a run, by name; none before its data is checked, or where an older Vesper did. */
    List<ProductQuality> quality(RunId run);
}
