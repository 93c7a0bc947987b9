package dev.vesper.desk.review;

import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.People;
import java.util.Locale;

/** Who finds something to look at. */
public enum ReviewSource {
    /** The costs of the run's orders beside each other. */
    COSTS(ApprovalStep.CHECKERS),
    /** What venues say of the run's executions. */
    VENUE_FILE(People.MAKERS);

    private final String group;

    ReviewSource(String group) {
        this.group = group;
    }

    /** Whose inbox its questions are in. */
    String group() {
        return group;
    }

    /** As it is shown, for example {@code venue-file}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
