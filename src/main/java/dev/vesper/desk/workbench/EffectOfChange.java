package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;

/** Replays a change of the rules over recorded days, before people are asked to agree to it. */
public interface EffectOfChange {
    /** How many recorded days would be replayed. */
    int days();

    /**
     * What the change would have made of them. What cannot be replayed is said in the answer, not thrown.
     *
     * @param active the files that judge now
     * @param draft the files that would
     */
    ReplayEffect of(FileSet active, FileSet draft);
}
