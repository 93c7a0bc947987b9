package dev.vesper.books.reconcile;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.RefusalKind;
import dev.vesper.books.reconcile.ReconcileCommand.Accept;
import dev.vesper.books.reconcile.ReconcileCommand.Keep;
import dev.vesper.books.reconcile.ReconcileCommand.Own;
import dev.vesper.books.reconcile.ReconcileCommand.Reconcile;
import dev.vesper.books.reconcile.ReconcileCommand.Reopen;
import dev.vesper.books.reconcile.ReconcileEvent.Accepted;
import dev.vesper.books.reconcile.ReconcileEvent.Changed;
import dev.vesper.books.reconcile.ReconcileEvent.Cleared;
import dev.vesper.books.reconcile.ReconcileEvent.Found;
import dev.vesper.books.reconcile.ReconcileEvent.Kept;
import dev.vesper.books.reconcile.ReconcileEvent.Owned;
import dev.vesper.books.reconcile.ReconcileEvent.Reconciled;
import dev.vesper.books.reconcile.ReconcileEvent.Reopened;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The breaks of a book: a statement finds them, people decide each, and a later statement that does not show one clears it.
 * A decision holds for the figures it was taken on.
 *
 * <p>What is denied, and why: {@link ReconcileRefusal}.
 */
public final class Reconciliation implements Decider<ReconcileState, ReconcileCommand, ReconcileEvent> {
    /** A statement with more breaks than these is of another book or another day. */
    public static final int MOST_BREAKS = 5_000;

    @Override
    public ReconcileState initial() {
        return new ReconcileState();
    }

    @Override
    public Decision<ReconcileEvent> decide(ReconcileState state, ReconcileCommand command) {
        return switch (command) {
            case Reconcile statement -> reconcile(state, statement);
            case Keep(String id, String by, String reason) -> {
                Optional<Decision<ReconcileEvent>> denied = decidable(state, id, reason);
                yield denied.orElseGet(() -> Decision.accepted(new Kept(id, by, reason)));
            }
            case Accept(String id, String by, String reason, String flow) -> {
                Optional<Decision<ReconcileEvent>> denied =
                        decidable(state, id, reason).or(() -> adjustable(state, id));
                yield denied.orElseGet(() -> Decision.accepted(new Accepted(id, by, reason, flow)));
            }
            case Reopen(String id, String flow) -> {
                boolean accepted = state.find(id)
                        .filter(known -> known.state() == BreakState.ACCEPTED
                                && known.flow().equals(flow))
                        .isPresent();
                yield accepted
                        ? Decision.accepted(new Reopened(id, flow))
                        : Decision.denied(
                                ReconcileRefusal.NOT_OPEN,
                                "Expected a break for which the flow " + flow + " was asked, but " + id + " is none");
            }
            case Own(String id, String owner, String by) -> {
                Optional<Decision<ReconcileEvent>> denied = standing(state, id);
                yield denied.orElseGet(() -> Decision.accepted(new Owned(id, owner, by)));
            }
        };
    }

    private static Decision<ReconcileEvent> reconcile(ReconcileState state, Reconcile statement) {
        Optional<Reconciled> last = state.last();
        if (last.isPresent() && statement.asOf().isBefore(last.get().asOf())) {
            return Decision.denied(
                    ReconcileRefusal.OLDER_STATEMENT,
                    "Expected a statement as of " + last.get().asOf()
                            + " or later, which was reconciled last, but got one as of " + statement.asOf());
        }
        if (statement.breaks().size() > MOST_BREAKS) {
            return Decision.denied(
                    ReconcileRefusal.ANOTHER_BOOK,
                    "Expected a statement of this book, but "
                            + statement.breaks().size()
                            + " figures differ; maybe it is of another firm or another day");
        }
        List<ReconcileEvent> events = new ArrayList<>();
        events.add(new Reconciled(statement.statement(), statement.asOf(), statement.sums(), statement.by()));
        Map<String, StandingBreak> standing = state.standing();
        Set<String> shown = new HashSet<>();
        int next = state.all().size() + 1;
        for (Break found : statement.breaks()) {
            shown.add(found.key());
            StandingBreak known = standing.get(found.key());
            if (known == null) {
                events.add(new Found("B-" + next, found, statement.asOf(), statement.by()));
                next++;
            } else if (!known.what().equals(found)) {
                events.add(new Changed(known.id(), found, statement.asOf()));
            }
        }
        standing.values().stream()
                .filter(known -> !shown.contains(known.what().key()))
                .forEach(gone -> events.add(new Cleared(gone.id(), statement.asOf())));
        return new Decision.Accepted<>(events);
    }

    private static Optional<Decision<ReconcileEvent>> standing(ReconcileState state, String id) {
        Optional<StandingBreak> known = state.find(id);
        if (known.isEmpty()) {
            return denied(
                    ReconcileRefusal.UNKNOWN_BREAK,
                    "Expected a break, but \"" + id + "\" is unknown; ./vesper books breaks shows them");
        }
        return known.get().state() == BreakState.CLEARED
                ? denied(
                        ReconcileRefusal.NOT_OPEN,
                        "Expected a break that stands, but the newest statement does not show " + id + " any more")
                : Optional.empty();
    }

    private static Optional<Decision<ReconcileEvent>> decidable(ReconcileState state, String id, String reason) {
        Optional<Decision<ReconcileEvent>> gone = standing(state, id);
        if (gone.isPresent()) {
            return gone;
        }
        StandingBreak known = state.find(id).orElseThrow();
        if (known.state() == BreakState.ACCEPTED) {
            return denied(
                    ReconcileRefusal.NOT_OPEN,
                    "Expected a break that waits for a decision, but for " + id + " " + known.by()
                            + " asked for the entry of the flow " + known.flow());
        }
        return reason.isBlank()
                ? denied(
                        ReconcileRefusal.NO_REASON, "Expected a reason for what is decided of " + id + ", but got none")
                : Optional.empty();
    }

    private static Optional<Decision<ReconcileEvent>> adjustable(ReconcileState state, String id) {
        Break what = state.find(id).orElseThrow().what();
        if (what.kind().adjustable()) {
            return Optional.empty();
        }
        String mend = switch (what.kind()) {
            case TIMING -> "it goes when it settles";
            case MISSING_TRADE ->
                "ask the custodian, or take the trade back with ./vesper books reverse if it never was";
            case CORPORATE_ACTION -> "post the split or the symbol-change with ./vesper books post";
            case MAPPING -> "mend the name where it is wrong";
            case MISSING_LOT, QUANTITY, COST, CASH -> "";
        };
        return denied(
                ReconcileRefusal.NOT_ADJUSTABLE,
                "Expected a break that an entry mends, but " + id + " is "
                        + what.kind().word() + ": " + mend + "; ./vesper books keep " + id
                        + " keeps the books as they are");
    }

    private static Optional<Decision<ReconcileEvent>> denied(RefusalKind kind, String message) {
        return Optional.of(Decision.denied(kind, message));
    }

    @Override
    public ReconcileState apply(ReconcileState state, ReconcileEvent event) {
        ReconcileState after = state.copy();
        append(after, event);
        return after;
    }

    @Override
    public ReconcileState replay(List<? extends ReconcileEvent> events) {
        ReconcileState state = initial();
        events.forEach(event -> append(state, event));
        return state;
    }

    private static void append(ReconcileState state, ReconcileEvent event) {
        switch (event) {
            case Reconciled statement -> state.put(statement);
            case Found(String id, Break what, var asOf, String owner) -> {
                if (state.find(id).isPresent()) {
                    throw new BrokenHistory("Expected a new break, but " + id + " was found before");
                }
                state.put(StandingBreak.found(id, what, asOf, owner));
            }
            case Changed changed -> state.put(known(state, changed.id()).changed(changed.what()));
            case Cleared(String id, var asOf) -> state.put(known(state, id).cleared(asOf));
            case Kept(String id, String by, String reason) ->
                state.put(known(state, id).kept(by, reason));
            case Accepted(String id, String by, String reason, String flow) ->
                state.put(known(state, id).accepted(by, reason, flow));
            case Reopened again -> state.put(known(state, again.id()).reopened());
            case Owned owned -> state.put(known(state, owned.id()).owned(owned.owner()));
        }
    }

    private static StandingBreak known(ReconcileState state, String id) {
        return state.find(id)
                .filter(found -> found.state() != BreakState.CLEARED)
                .orElseThrow(() -> new BrokenHistory("Expected a break " + id + " that stands, but there is none"));
    }
}
