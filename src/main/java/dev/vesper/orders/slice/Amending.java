package dev.vesper.orders.slice;

import dev.vesper.basics.Decision;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.AmendedFills.FillKey;
import dev.vesper.orders.slice.SliceCommand.AmendFill;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.FillBusted;
import dev.vesper.orders.slice.SliceEvent.FillCorrected;
import dev.vesper.orders.slice.SliceEvent.LateFillBooked;
import dev.vesper.orders.state.Execution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link SlicedOrders} that decides what venues tell of fills whose slice is booked. */
final class Amending {
    private final SliceState state;
    private final AmendFill command;
    private final ChildOrder child;

    private Amending(SliceState state, AmendFill command) {
        this.state = state;
        this.command = command;
        this.child = command.child();
    }

    static Decision<SliceEvent> decide(SliceState state, AmendFill command) {
        Amending amending = new Amending(state, command);
        if (!state.booked(command.child().slice())) {
            return Decision.denied(
                    SliceRefusal.NOT_BOOKED,
                    "Expected a report of a slice that is booked, but slice "
                            + command.child().slice() + " is not");
        }
        return switch (command.report()) {
            case LateReport.LateFill(Execution execution) -> amending.late(execution);
            case LateReport.Bust(String execution, String by) -> amending.bust(execution, by);
            case LateReport.Correction(String execution, Execution by) -> amending.correct(execution, by);
        };
    }

    private Decision<SliceEvent> late(Execution execution) {
        if (nothing(execution)) {
            return noQuantity(execution);
        }
        Fill known = known(execution.id());
        if (known != null || state.amended().bust(key(execution.id()))) {
            return again(execution, known);
        }
        Fill fill = fill(execution);
        return Decision.accepted(
                new LateFillBooked(child.slice(), fill, link(state, new LateFillBooked(child.slice(), fill, ""))));
    }

    private Decision<SliceEvent> bust(String execution, String by) {
        FillKey key = key(execution);
        Fill fill = known(execution);
        if (fill == null || !fill.clientOrderId().equals(child.clientOrderId())) {
            return unknown(execution);
        }
        FillKey before = state.amended().replaced().get(key);
        if (before != null) {
            return before.equals(key) || state.amended().bust(before)
                    ? new Decision.Accepted<>(List.of())
                    : notStanding(key, before);
        }
        FillKey report = key(by);
        if (!by.equals(execution) && (known(by) != null || state.amended().bust(report))) {
            return differently(by, "the bust of " + execution);
        }
        Fill dated = fill.on(command.day());
        return Decision.accepted(
                new FillBusted(child.slice(), dated, by, link(state, new FillBusted(child.slice(), dated, by, ""))));
    }

    private Decision<SliceEvent> correct(String execution, Execution by) {
        if (nothing(by)) {
            return noQuantity(by);
        }
        FillKey key = key(execution);
        Fill wrong = known(execution);
        if (wrong == null || !wrong.clientOrderId().equals(child.clientOrderId())) {
            return unknown(execution);
        }
        FillKey before = state.amended().replaced().get(key);
        FillKey right = key(by.id());
        if (right.equals(before)) {
            return again(by, known(by.id()));
        }
        if (before != null) {
            return notStanding(key, before);
        }
        if (known(by.id()) != null || state.amended().bust(right)) {
            return differently(by.id(), "the correction of " + execution);
        }
        Fill fill = fill(by);
        Fill dated = wrong.on(command.day());
        return Decision.accepted(new FillCorrected(
                child.slice(), dated, fill, link(state, new FillCorrected(child.slice(), dated, fill, ""))));
    }

    /** Whether an event can follow; whether a fill that no amendment added was booked, only its row tells. */
    static boolean follows(SliceState state, Amendment amendment) {
        Fill fill = amendment.fill();
        if (!state.booked(amendment.slice())
                || fill.date() == null
                || !amendment.link().equals(link(state, amendment))) {
            return false;
        }
        AmendedFills amended = state.amended();
        FillKey key = FillKey.of(fill);
        return switch (amendment) {
            case LateFillBooked _ -> !amended.added().containsKey(key);
            case FillBusted _ -> !amended.replaced().containsKey(key);
            case FillCorrected corrected ->
                !amended.added().containsKey(key)
                        && corrected.wrong().date() != null
                        && !amended.replaced().containsKey(FillKey.of(corrected.wrong()))
                        && !FillKey.of(corrected.wrong()).equals(key);
        };
    }

    private static String link(SliceState state, Amendment amendment) {
        return switch (amendment) {
            case LateFillBooked late -> RowSums.link(state.link(), "late-fill-booked", late.slice(), "", late.fill());
            case FillBusted bust -> RowSums.link(state.link(), "fill-busted", bust.slice(), bust.by(), bust.fill());
            case FillCorrected corrected ->
                RowSums.link(
                        state.link(),
                        "fill-corrected",
                        corrected.slice(),
                        RowSums.fills(List.of(corrected.wrong())).sha256(),
                        corrected.fill());
        };
    }

    /** Said a second time it gives no event; said otherwise it is denied. */
    private Decision<SliceEvent> again(Execution execution, @Nullable Fill known) {
        boolean same = known != null
                && known.clientOrderId().equals(child.clientOrderId())
                && known.quantity().compareTo(execution.quantity()) == 0
                && known.price().compareTo(execution.price()) == 0;
        return same
                ? new Decision.Accepted<>(List.of())
                : differently(
                        execution.id(),
                        execution.quantity().toPlainString() + " at "
                                + execution.price().toPlainString() + " of " + child.clientOrderId());
    }

    /** A fill of this ExecID, whether or not it stands. */
    private @Nullable Fill known(String execution) {
        Fill added = state.amended().added().get(key(execution));
        if (added != null) {
            return added;
        }
        return command.booked().stream()
                .filter(fill ->
                        fill.venue().equals(child.venue()) && fill.executionId().equals(execution))
                .findFirst()
                .orElse(null);
    }

    private FillKey key(String execution) {
        return new FillKey(child.venue(), command.day(), execution);
    }

    private Fill fill(Execution execution) {
        return execution.fill(child, command.account(), command.day());
    }

    private static boolean nothing(Execution execution) {
        return execution.quantity().signum() <= 0
                || execution.price().signum() <= 0
                || execution.fee().signum() < 0;
    }

    private static Decision<SliceEvent> noQuantity(Execution execution) {
        return Decision.denied(
                SliceRefusal.NO_QUANTITY,
                "Expected a fill of more than nothing, at a price and for no negative fee, but " + execution.id()
                        + " is of " + execution.quantity().toPlainString() + " at "
                        + execution.price().toPlainString() + " for "
                        + execution.fee().toPlainString());
    }

    private Decision<SliceEvent> unknown(String execution) {
        return Decision.denied(
                SliceRefusal.UNKNOWN_FILL,
                "Expected a fill of " + child.clientOrderId() + " that is booked, but " + execution + " is none");
    }

    private static Decision<SliceEvent> notStanding(FillKey key, FillKey before) {
        return Decision.denied(
                SliceRefusal.NOT_STANDING,
                "Expected a fill that stands, but " + key + " does not since " + before.execution());
    }

    private static Decision<SliceEvent> differently(String id, String now) {
        return Decision.denied(
                SliceRefusal.TOLD_DIFFERENTLY,
                "Expected " + id + " to be what it was when it was told first, but now it is " + now);
    }
}
