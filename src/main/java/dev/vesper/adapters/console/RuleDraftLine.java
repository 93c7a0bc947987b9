package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.workbench.Draft;
import java.util.EnumSet;
import java.util.Set;

/**
 * One change of the rules in a list.
 *
 * @param changed when somebody last did something to it
 * @param over whether nobody goes on with it: it judges, was taken back, or was discarded
 */
public record RuleDraftLine(
        String id, String href, String title, String state, Tone tone, String makers, String changed, boolean over) {
    private static final Set<Draft.State> OVER =
            EnumSet.of(Draft.State.ACTIVATED, Draft.State.ROLLED_BACK, Draft.State.DISCARDED);

    static RuleDraftLine of(Draft draft) {
        return new RuleDraftLine(
                draft.id(),
                href(draft.id()),
                draft.title(),
                Words.word(draft.state()),
                tone(draft.state()),
                String.join(", ", draft.makers()),
                Numbers.stamp(draft.steps().getLast().at()),
                OVER.contains(draft.state()));
    }

    /** Where a draft is shown. */
    static String href(String draft) {
        return PagePath.ROOT + "rules/drafts/" + draft;
    }

    static Tone tone(Draft.State state) {
        return switch (state) {
            case OPEN -> Tone.BUSY;
            case PROPOSED -> Tone.WARN;
            case APPROVED, ACTIVATED -> Tone.GOOD;
            case ROLLED_BACK -> Tone.BAD;
            case DISCARDED -> Tone.QUIET;
        };
    }
}
