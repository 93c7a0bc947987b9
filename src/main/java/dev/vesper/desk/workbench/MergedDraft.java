package dev.vesper.desk.workbench;

import java.util.List;

/**
 * What came of merging a draft with what became active since.
 *
 * @param merged whether it was; where it was not, nothing was written
 * @param draft as it is now
 * @param conflicts what was changed in two ways
 */
public record MergedDraft(boolean merged, Draft draft, List<MergeConflict> conflicts) {
    public MergedDraft {
        conflicts = List.copyOf(conflicts);
    }
}
