package dev.vesper.approvals;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The questions of one approval: who looks after which, what a checker asks the maker, who hands one on, and their answers.
 * None of it loosens four eyes: a question that was taken is answered by fewer people, never by more, and people whom a
 * delegation links count as one. A no is taken from whoever may say it, whoever has the question.
 *
 * <p>What is denied, and why: {@link FourEyesRefusal}.
 */
public final class ApprovalTasks implements Decider<ApprovalState, TaskCommand, FourEyesEvent> {
    /** The longest text, in characters. */
    public static final int LONGEST = 500;

    /** The most that may happen to one question beside its answer. */
    static final int MOST = 200;

    private final FourEyes fourEyes = new FourEyes();

    @Override
    public ApprovalState initial() {
        return new ApprovalState(fourEyes.initial(), Handling.NOTHING);
    }

    @Override
    public Decision<FourEyesEvent> decide(ApprovalState state, TaskCommand command) {
        String by = PersonName.shown(command.by());
        return PersonName.refusal(command.by())
                .or(() -> command.people().stranger(by))
                .or(() -> handles(command)
                        ? closed(state, command.seat()).or(() -> tooMuch(state, command.seat()))
                        : Optional.empty())
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> switch (command) {
                    case TaskCommand.Answer answer -> answer(state, by, answer);
                    case TaskCommand.Decide decided -> alone(state, by, decided);
                    case TaskCommand.Claim claim -> claim(state, by, claim);
                    case TaskCommand.GiveBack back -> giveBack(state, by, back);
                    case TaskCommand.Ask ask -> ask(state, by, ask);
                    case TaskCommand.Reply reply -> reply(state, by, reply);
                    case TaskCommand.Delegate delegate -> delegate(state, by, delegate);
                });
    }

    private static boolean handles(TaskCommand command) {
        return !(command instanceof TaskCommand.Answer) && !(command instanceof TaskCommand.Decide);
    }

    /** A question that is answered, or about what nobody has proposed yet, is nobody's to look after. */
    private static Optional<Refusal> closed(ApprovalState state, TaskSeat seat) {
        return switch (state.answers()) {
            case FourEyesState.NotProposed() ->
                seat.checks()
                        ? Optional.of(new Refusal(
                                FourEyesRefusal.NOT_PROPOSED,
                                "Expected a proposal before " + seat.task()
                                        + " is looked after, but nobody has proposed yet"))
                        : Optional.empty();
            case FourEyesState.AwaitingChecker _ -> seat.checks() ? Optional.empty() : answered(seat);
            case FourEyesState.Approved _, FourEyesState.Rejected _, FourEyesState.Declined _ -> answered(seat);
        };
    }

    private static Optional<Refusal> answered(TaskSeat seat) {
        return Optional.of(new Refusal(
                FourEyesRefusal.ALREADY_DECIDED, "Expected an open question, but " + seat.task() + " was answered"));
    }

    private static Optional<Refusal> tooMuch(ApprovalState state, TaskSeat seat) {
        return state.handling().version(seat.task()) < MOST
                ? Optional.empty()
                : Optional.of(new Refusal(
                        FourEyesRefusal.QUESTION_CHANGED,
                        "Expected at most " + MOST + " acts on " + seat.task()
                                + ", but there are that many; answer it"));
    }

    private Decision<FourEyesEvent> answer(ApprovalState state, String by, TaskCommand.Answer command) {
        boolean yes = command.answer() instanceof FourEyesCommand.Approve
                || command.answer() instanceof FourEyesCommand.Propose;
        Optional<Refusal> barred =
                yes ? held(state, command.seat(), by).or(() -> linked(state, command.seat(), by)) : Optional.empty();
        return switch (fourEyes.decide(state.answers(), command.answer())) {
            case Decision.Denied<FourEyesEvent> denied -> denied; // said first: it names what is worse
            case Decision.Accepted<FourEyesEvent>(List<FourEyesEvent> events) ->
                barred.<Decision<FourEyesEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> seen(command.seat(), by, command.shown(), events));
        };
    }

    private static Decision<FourEyesEvent> alone(ApprovalState state, String by, TaskCommand.Decide command) {
        Optional<Refusal> barred = command.yes()
                ? command.people().outside(by, command.seat().group()).or(() -> held(state, command.seat(), by))
                : Optional.empty();
        return barred.<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> seen(command.seat(), by, command.shown(), List.of()));
    }

    private static Decision<FourEyesEvent> seen(TaskSeat seat, String by, String shown, List<FourEyesEvent> events) {
        List<FourEyesEvent> all = new ArrayList<>();
        if (!shown.isEmpty()) {
            all.add(new TaskEvent.Shown(seat.task(), by, shown));
        }
        all.addAll(events);
        return new Decision.Accepted<>(all);
    }

    private static Decision<FourEyesEvent> claim(ApprovalState state, String by, TaskCommand.Claim claim) {
        String task = claim.seat().task();
        int version = state.handling().version(task);
        Optional<String> holder = state.handling().holder(task);
        if (holder.filter(other -> PersonName.same(other, by)).isPresent()) {
            return Decision.denied(
                    FourEyesRefusal.HELD_BY_ANOTHER, "Expected a question that is free, but you have it already");
        }
        return held(state, claim.seat(), by)
                .or(() -> mayNotAnswer(state, claim.seat(), by, claim.people()))
                .or(() -> claim.version().isPresent() && claim.version().getAsInt() != version
                        ? Optional.of(new Refusal(
                                FourEyesRefusal.QUESTION_CHANGED,
                                "Expected version " + version + " of " + task + ", but you saw "
                                        + claim.version().getAsInt()
                                        + ": it changed since you opened it; look at it anew"))
                        : Optional.empty())
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> Decision.accepted(new TaskEvent.Claimed(task, by)));
    }

    private static Decision<FourEyesEvent> giveBack(ApprovalState state, String by, TaskCommand.GiveBack back) {
        String task = back.seat().task();
        Optional<String> holder = state.handling().holder(task);
        if (holder.isEmpty()) {
            return Decision.denied(
                    FourEyesRefusal.NOT_HELD, "Expected a question that somebody has taken, but " + task + " is free");
        }
        boolean own = PersonName.same(holder.get(), by);
        String reason = back.reason().strip();
        Optional<Refusal> barred = own
                ? Optional.empty()
                : mayNotAnswer(state, back.seat(), by, back.people())
                        .or(() -> unfit("reason, for " + holder.get() + " has taken it", reason));
        return barred.or(() -> reason.isEmpty() ? Optional.empty() : unfit("reason", reason))
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> Decision.accepted(new TaskEvent.GivenBack(task, by, reason)));
    }

    private static Decision<FourEyesEvent> ask(ApprovalState state, String by, TaskCommand.Ask ask) {
        String text = ask.text().strip();
        if (!ask.seat().checks()) {
            return Decision.denied(
                    FourEyesRefusal.NOTHING_ASKED,
                    "Expected a question to a maker, but nobody has proposed what "
                            + ask.seat().task() + " is about");
        }
        return mayNotAnswer(state, ask.seat(), by, ask.people())
                .or(() -> unfit("question to the maker", text))
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(
                        () -> Decision.accepted(new TaskEvent.Asked(ask.seat().task(), by, text)));
    }

    private static Decision<FourEyesEvent> reply(ApprovalState state, String by, TaskCommand.Reply reply) {
        String task = reply.seat().task();
        String text = reply.text().strip();
        if (!(state.answers() instanceof FourEyesState.AwaitingChecker waiting)
                || state.handling().unanswered(task).isEmpty()) {
            return Decision.denied(
                    FourEyesRefusal.NOTHING_ASKED,
                    "Expected something that the maker was asked, but nothing of " + task + " waits for a reply");
        }
        if (!PersonName.same(waiting.maker(), by)) {
            return Decision.denied(
                    FourEyesRefusal.SECOND_APPROVER_MUST_DIFFER,
                    "Expected " + waiting.maker() + ", who proposed, to reply, but " + by + " does");
        }
        return unfit("reply", text)
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> Decision.accepted(new TaskEvent.Replied(task, by, text)));
    }

    private static Decision<FourEyesEvent> delegate(ApprovalState state, String by, TaskCommand.Delegate delegate) {
        TaskSeat seat = delegate.seat();
        String to = PersonName.shown(delegate.to());
        String reason = delegate.reason().strip();
        return mayNotAnswer(state, seat, by, delegate.people())
                .or(() -> held(state, seat, by))
                .or(() -> PersonName.refusal(delegate.to()))
                .or(() -> PersonName.same(by, to)
                        ? Optional.of(new Refusal(
                                FourEyesRefusal.SECOND_APPROVER_MUST_DIFFER,
                                "Expected somebody else to hand " + seat.task() + " to, but " + to + " is " + by
                                        + ", or the two names look alike"))
                        : Optional.empty())
                .or(() -> delegate.people().unlike(to))
                .or(() -> delegate.people().stranger(to))
                .or(() -> mayNotAnswer(state, seat, to, delegate.people()))
                .or(() -> reason.isEmpty() ? Optional.empty() : unfit("reason", reason))
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> Decision.accepted(new TaskEvent.Delegated(seat.task(), by, to, reason)));
    }

    /** Why a person could not say yes, whoever has the question; empty where they could. */
    public static Optional<Refusal> mayNotAnswer(ApprovalState state, TaskSeat seat, String by, People people) {
        return people.outside(by, seat.group()).or(() -> linked(state, seat, by));
    }

    /** Whether the person, or somebody whom a delegation links to them, has answered already. */
    private static Optional<Refusal> linked(ApprovalState state, TaskSeat seat, String by) {
        if (!seat.checks()) {
            return Optional.empty();
        }
        return state.answered().stream()
                .filter(one -> state.handling().linked(one, by))
                .findFirst()
                .map(one -> PersonName.same(one, by)
                        ? new Refusal(
                                FourEyesRefusal.SECOND_APPROVER_MUST_DIFFER,
                                "Expected another person, but " + by + " has proposed or approved already, and the two"
                                        + " names are one or look alike; ask somebody else")
                        : new Refusal(
                                FourEyesRefusal.LINKED_BY_DELEGATION,
                                "Expected a person of their own, but " + by + " and " + one
                                        + ", who has answered, handed a question of this on from one to the other;"
                                        + " together they are one person here, ask somebody else"));
    }

    private static Optional<Refusal> held(ApprovalState state, TaskSeat seat, String by) {
        return state.handling()
                .holder(seat.task())
                .filter(holder -> !PersonName.same(holder, by))
                .map(holder -> new Refusal(
                        FourEyesRefusal.HELD_BY_ANOTHER,
                        "Expected a question that nobody else has taken, but " + holder + " has " + seat.task()
                                + "; maybe ask " + holder + " to give it back"));
    }

    private static Optional<Refusal> unfit(String what, String text) {
        int length = text.codePointCount(0, text.length());
        return text.isEmpty() || length > LONGEST
                ? Optional.of(new Refusal(
                        FourEyesRefusal.TEXT_UNFIT,
                        "Expected a " + what + ", of at most " + LONGEST + " characters, but it has " + length))
                : Optional.empty();
    }

    /**
     * {@inheritDoc} Acts that cannot follow, and an approval by somebody whom a delegation links to who answered before, are
     * refused here as well.
     */
    @Override
    public ApprovalState apply(ApprovalState state, FourEyesEvent event) {
        Handling handling = state.handling();
        if (event instanceof TaskEvent handled) {
            if (!follows(state, handled)) {
                throw new BrokenHistory("Expected an act that can follow, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
            }
            return new ApprovalState(state.answers(), handling.and(handled));
        }
        if (event instanceof FourEyesEvent.Approved approved
                && state.answered().stream().anyMatch(one -> handling.linked(one, approved.checker()))) {
            throw new BrokenHistory("Expected people of their own, but " + approved.checker()
                    + " approved, whom a delegation links to one of " + String.join(", ", state.answered())
                    + "; maybe it was forged, or an event before it is gone");
        }
        return new ApprovalState(fourEyes.apply(state.answers(), event), handling);
    }

    private static boolean follows(ApprovalState state, TaskEvent event) {
        if (PersonName.refusal(event.by()).isPresent()) {
            return false;
        }
        Optional<String> holder = state.handling().holder(event.task());
        boolean free = holder.filter(one -> !PersonName.same(one, event.by())).isEmpty();
        return switch (event) {
            case TaskEvent.Claimed _ -> holder.isEmpty();
            case TaskEvent.GivenBack back ->
                holder.isPresent() && (free || !back.reason().isEmpty());
            case TaskEvent.Asked _ -> state.answers() instanceof FourEyesState.AwaitingChecker;
            case TaskEvent.Replied replied ->
                state.answers() instanceof FourEyesState.AwaitingChecker waiting
                        && PersonName.same(waiting.maker(), replied.by())
                        && !state.handling().unanswered(replied.task()).isEmpty();
            case TaskEvent.Delegated delegated ->
                free
                        && PersonName.refusal(delegated.to()).isEmpty()
                        && !PersonName.same(delegated.by(), delegated.to());
            case TaskEvent.Shown _ -> true;
        };
    }
}
