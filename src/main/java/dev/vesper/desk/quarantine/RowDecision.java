package dev.vesper.desk.quarantine;

import dev.vesper.approvals.rows.RowRequest;
import dev.vesper.basics.RunId;
import dev.vesper.data.rows.RowChange;
import java.util.List;
import java.util.Locale;

/**
 * One request about rows of a run.
 *
 * @param id of the question that another person answers, for example {@code 2018-04-11-001/decide-rows-1}
 * @param state {@code waits}, {@code agreed} or {@code refused}
 * @param agreed who answered; empty while it waits
 * @param answer what they said to it; may be empty
 */
public record RowDecision(
        String id,
        RunId run,
        String state,
        List<RowChange> rows,
        String asked,
        String reason,
        String agreed,
        String answer) {
    public RowDecision {
        rows = List.copyOf(rows);
    }

    static RowDecision of(RunId run, RowRequest request) {
        return new RowDecision(
                RowQuestions.id(run, request.number()),
                run,
                request.standing().name().toLowerCase(Locale.ROOT),
                request.rows(),
                request.asked(),
                request.reason(),
                request.answered(),
                request.answer());
    }
}
