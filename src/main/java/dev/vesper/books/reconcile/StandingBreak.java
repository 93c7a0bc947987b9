package dev.vesper.books.reconcile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A break over the statements that showed it.
 *
 * @param id for example {@code B-12}
 * @param what as the newest statement that shows it has it
 * @param since day of the first statement that showed it
 * @param cleared day of the statement that did not show it any more; null while it stands
 * @param owner who looks after it
 * @param by who decided it; empty while nobody has
 * @param reason why, as said
 * @param flow the adjusting entry's flow; empty where none is asked for
 * @param flows how many adjusting entries were asked for
 */
public record StandingBreak(
        String id,
        Break what,
        LocalDate since,
        @Nullable LocalDate cleared,
        BreakState state,
        String owner,
        String by,
        String reason,
        String flow,
        int flows) {
    static StandingBreak found(String id, Break what, LocalDate asOf, String owner) {
        return new StandingBreak(id, what, asOf, null, state(what), owner, "", "", "", 0);
    }

    private static BreakState state(Break what) {
        return what.kind() == BreakKind.TIMING ? BreakState.EXPLAINED : BreakState.OPEN;
    }

    /** A statement shows other figures: what was decided was about the old ones. */
    StandingBreak changed(Break now) {
        return new StandingBreak(id, now, since, cleared, state(now), owner, "", "", "", flows);
    }

    StandingBreak cleared(LocalDate asOf) {
        return new StandingBreak(id, what, since, asOf, BreakState.CLEARED, owner, by, reason, flow, flows);
    }

    StandingBreak kept(String who, String why) {
        return new StandingBreak(id, what, since, cleared, BreakState.KEPT, owner, who, why, "", flows);
    }

    StandingBreak accepted(String who, String why, String entry) {
        return new StandingBreak(id, what, since, cleared, BreakState.ACCEPTED, owner, who, why, entry, flows + 1);
    }

    StandingBreak reopened() {
        return new StandingBreak(id, what, since, cleared, state(what), owner, "", "", "", flows);
    }

    StandingBreak owned(String who) {
        return new StandingBreak(id, what, since, cleared, state, who, by, reason, flow, flows);
    }
}
