package dev.vesper.approvals.rows;

import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.DataEvent.Checked;
import dev.vesper.approvals.DataEvent.RowsAgreed;
import dev.vesper.approvals.DataEvent.RowsAsked;
import dev.vesper.approvals.DataEvent.RowsRefused;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.approvals.rows.RowRequest.Standing;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowCell;
import dev.vesper.data.rows.RowChange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Single rows of a run's data: one person asks that they be released, corrected or kept out, another agrees, and the contract
 * judges again. Decides on commands and applies events; holds nothing itself.
 *
 * <p>What is denied, and why: {@link RowRefusal}.
 */
public final class RowDecisions implements Decider<RowState, RowCommand, DataEvent> {
    /** More rows than that nobody looks at before they agree. */
    public static final int MOST_ROWS = 100;

    @Override
    public RowState initial() {
        return RowState.NOTHING;
    }

    @Override
    public Decision<DataEvent> decide(RowState state, RowCommand command) {
        return against(state, command)
                .<Decision<DataEvent>>map(Decision.Denied::new)
                .orElseGet(() -> {
                    String by = PersonName.shown(command.by());
                    String reason = command.reason().strip();
                    return Decision.accepted(
                            switch (command) {
                                case RowCommand.Ask ask ->
                                    new RowsAsked(state.requests().size() + 1, ask.rows(), ask.effect(), by, reason);
                                case RowCommand.Agree agree ->
                                    new RowsAgreed(agree.request(), by, reason, agree.check(), agree.prices());
                                case RowCommand.Refuse refuse -> new RowsRefused(refuse.request(), by, reason);
                            });
                });
    }

    private static Optional<Refusal> against(RowState state, RowCommand command) {
        if (state.check() == null) {
            return no(RowRefusal.NOT_CHECKED, "Expected data that was checked, but it is not yet");
        }
        return PersonName.refusal(command.by())
                .or(() -> command.reason().isBlank() && !(command instanceof RowCommand.Agree)
                        ? no(
                                RowRefusal.REASON_MISSING,
                                "Expected a reason, so that others know what happened, but there is none")
                        : Optional.empty())
                .or(() -> switch (command) {
                    case RowCommand.Ask ask -> asking(state, ask.rows());
                    case RowCommand.Agree agree ->
                        waits(state, agree.request())
                                .or(() -> samePerson(state, agree.request(), agree.by()))
                                .or(() -> agree.people().outside(agree.by(), People.DATA_STEWARDS));
                    case RowCommand.Refuse refuse -> waits(state, refuse.request());
                });
    }

    private static Optional<Refusal> asking(RowState state, List<RowChange> rows) {
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            return no(RowRefusal.ROWS_UNCLEAR, "Expected 1 to " + MOST_ROWS + " rows, but got " + rows.size());
        }
        if (new HashSet<>(rows.stream().map(RowChange::place).toList()).size() != rows.size()) {
            return no(RowRefusal.ROWS_UNCLEAR, "Expected every row once, but one is named twice");
        }
        for (RowChange row : rows) {
            if (row.act() == RowAct.CORRECT && row.cells().stream().noneMatch(RowCell::changed)) {
                return no(
                        RowRefusal.NOTHING_CHANGED,
                        "Expected a value that differs from what was delivered in " + row.place()
                                + ", but none does; maybe it should be released");
            }
            Optional<RowRequest> other = state.about(row.place());
            if (other.isPresent()) {
                return no(RowRefusal.ALREADY_ASKED, taken(row, other.get()));
            }
        }
        return Optional.empty();
    }

    private static String taken(RowChange row, RowRequest other) {
        return "Expected a row that nobody has decided or asks about, but "
                + (other.standing() == Standing.WAITS
                        ? other.asked() + " asks about " + row.place() + " already; another person may agree or refuse"
                        : row.place() + " was decided: asked by " + other.asked() + ", agreed by " + other.answered());
    }

    private static Optional<Refusal> waits(RowState state, int number) {
        return state.find(number)
                        .filter(request -> request.standing() == Standing.WAITS)
                        .isPresent()
                ? Optional.empty()
                : no(
                        RowRefusal.NOT_ASKED,
                        "Expected a request about rows that waits, but " + number + " "
                                + state.find(number)
                                        .map(request -> "was answered by " + request.answered())
                                        .orElse("is unknown"));
    }

    private static Optional<Refusal> samePerson(RowState state, int number, String by) {
        String asker = state.find(number).map(RowRequest::asked).orElse("");
        return PersonName.same(asker, by)
                ? no(
                        RowRefusal.SECOND_PERSON_MUST_DIFFER,
                        "Expected another person, but " + by + " agrees to what " + asker
                                + " asked for, and the two names are one or look alike; ask somebody else")
                : Optional.empty();
    }

    private static Optional<Refusal> no(RowRefusal kind, String message) {
        return Optional.of(new Refusal(kind, message));
    }

    /** {@inheritDoc} What one person decided alone is refused here as well. */
    @Override
    public RowState apply(RowState state, DataEvent event) {
        return switch (event) {
            case Checked(var check, var prices) when state.check() == null -> state.checked(check, prices);
            case RowsAsked(int request, var rows, var ignored, String by, String reason)
            when state.check() != null
                    && request == state.requests().size() + 1
                    && named(by)
                    && asking(state, rows).isEmpty() ->
                state.asked(new RowRequest(request, rows, by, reason, Standing.WAITS, "", ""));
            case RowsAgreed(int request, String by, String reason, var check, var prices)
            when named(by)
                    && waits(state, request).isEmpty()
                    && samePerson(state, request, by).isEmpty() -> state.agreed(request, by, reason, check, prices);
            case RowsRefused(int request, String by, String reason)
            when named(by) && waits(state, request).isEmpty() -> state.refused(request, by, reason);
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events of a run's data, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static boolean named(String by) {
        return PersonName.refusal(by).isEmpty();
    }
}
