package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;
import java.util.List;

/** Brings a draft and what became active since it was begun together: file by file, tables row by row and cell by cell. */
public interface MergeRules {
    /**
     * What came of it.
     *
     * @param files with both changes in them; where they contradict each other, by whose word counts
     * @param conflicts all of them, whoever's word counts
     */
    record Merged(FileSet files, List<MergeConflict> conflicts) {
        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Merges.
     *
     * @param base what the draft was begun on
     * @param keep whose word counts where both changed the same; with NEITHER the files of a conflict are those that are active
     */
    Merged of(FileSet base, FileSet active, FileSet draft, MergeConflict.Keep keep);
}
