package dev.vesper.desk.repair;

import dev.vesper.desk.run.RunRecord;
import java.time.Instant;
import java.util.List;

/**
 * A run that stands still, or did, in plain words.
 *
 * @param stage the job of the stage that gave up, for example {@code execute-orders}; empty where the process itself cannot
 *     go on
 * @param since when it came to stand still, the last time
 * @param cause in a sentence
 * @param technical what was said when it broke, as the record has it
 * @param tried what was done about it and by whom, oldest first, refused acts among it
 * @param remedies what may be done, each with its effect
 * @param next what a person should do now
 */
public record Standstill(
        RunRecord run,
        StandState state,
        FaultCode code,
        String stage,
        Instant since,
        String cause,
        String technical,
        Cost cost,
        List<Tried> tried,
        List<Remedy> remedies,
        String next) {
    public Standstill {
        tried = List.copyOf(tried);
        remedies = List.copyOf(remedies);
    }

    /** What stands still for the same has the same cause: {@code venue-away at execute-orders}. */
    public String causeWords() {
        return code.word() + (stage.isEmpty() ? "" : " at " + stage);
    }

    /** What came of the newest try; empty where nobody tried. */
    public String outcome() {
        return tried.reversed().stream()
                .filter(one -> one.act().equals(Tried.AGAIN_ACT))
                .map(Tried::outcome)
                .findFirst()
                .orElse("");
    }
}
