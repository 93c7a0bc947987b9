package dev.vesper.desk.workbench.replay;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.workbench.EffectOfChange;
import dev.vesper.desk.workbench.ReplayEffect;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The effect of a change on the newest days that were judged. A day that other rules judged than those that are active is
 * asked of both, so that a change is told beside what it replaces: going back to the rules of yesterday is as much of a change
 * as leaving them was.
 */
public final class RecordedEffect implements EffectOfChange {
    /** A week of days: enough to see what a change does, few enough to wait for. */
    static final int DAYS = 5;

    private final Supplier<RuleReplay> replays;
    private final RunStore runs;
    private final Predicate<RunRecord> judged;

    /**
     * @param replays makes one; asked for with the first day there is
     * @param judged whether the rules have judged a run
     */
    public RecordedEffect(Supplier<RuleReplay> replays, RunStore runs, Predicate<RunRecord> judged) {
        this.replays = replays;
        this.runs = runs;
        this.judged = judged;
    }

    @Override
    public int days() {
        return newest().size();
    }

    private List<RunRecord> newest() {
        return ReplayDays.of(runs, judged, DAYS, Optional.empty(), Optional.empty());
    }

    @Override
    public ReplayEffect of(FileSet active, FileSet draft) {
        List<RunRecord> days = newest();
        if (days.isEmpty()) {
            return ReplayEffect.NO_DAY;
        }
        try {
            return replays.get().effect(active, draft, days);
        } catch (Problem broken) {
            return ReplayEffect.none(days.size(), String.valueOf(broken.getMessage()));
        }
    }
}
