package dev.vesper.adapters.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.ProposalSum;
import dev.vesper.approvals.TaskEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.FieldSum;
import dev.vesper.books.reconcile.ReconcileEvent;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.TokenEvent;
import dev.vesper.desk.access.UserEvent;
import dev.vesper.desk.books.BookEvent;
import dev.vesper.desk.books.FlowEvent;
import dev.vesper.desk.breach.BreachEvent;
import dev.vesper.desk.repair.move.MoveEvent;
import dev.vesper.desk.repair.replay.ReplayEvent;
import dev.vesper.desk.review.ReviewEvent;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.schedule.ScheduleEvent;
import dev.vesper.desk.waiver.WaiverEvent;
import dev.vesper.desk.workbench.ActiveEvent;
import dev.vesper.desk.workbench.ChangeEvent;
import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.execution.breaker.BreakerEvent;
import dev.vesper.execution.killswitch.KillEvent;
import dev.vesper.execution.routing.OddsEvent;
import dev.vesper.execution.sequence.SequenceEvent;
import dev.vesper.limits.Breach;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.SliceEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * How the events of one sort of stream are written as JSON and read back. A kind that is stored stays readable: a changed
 * form is a new version beside the old one.
 *
 * @param events the sealed interface of the events
 */
record StreamKind<E>(Class<E> events, List<Form<? extends E>> forms) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** What every proposal needed before steps were data. */
    private static final List<ApprovalStep> ONE = ApprovalsNeeded.ONE_CHECKER.steps();

    static final StreamKind<FourEyesEvent> FOUR_EYES = new StreamKind<>(
            FourEyesEvent.class,
            List.of(
                    new Form<>(
                            "proposed",
                            1,
                            FourEyesEvent.Proposed.class,
                            ProposedNothing.class,
                            old -> new FourEyesEvent.Proposed(old.maker(), "", ONE)),
                    new Form<>(
                            "proposed",
                            2,
                            FourEyesEvent.Proposed.class,
                            ProposedToOne.class,
                            old -> new FourEyesEvent.Proposed(old.maker(), old.proposal(), ONE)),
                    new Form<>("proposed", 3, FourEyesEvent.Proposed.class),
                    new Form<>("declined", 1, FourEyesEvent.Declined.class),
                    new Form<>(
                            "approved",
                            1,
                            FourEyesEvent.Approved.class,
                            ApprovedNothing.class,
                            old -> approvedByOne(old.checker(), "")),
                    new Form<>(
                            "approved",
                            2,
                            FourEyesEvent.Approved.class,
                            ApprovedByOne.class,
                            old -> approvedByOne(old.checker(), old.proposal())),
                    new Form<>("approved", 3, FourEyesEvent.Approved.class),
                    new Form<>("rejected", 1, FourEyesEvent.Rejected.class),
                    new Form<>("orders-left-out", 1, FourEyesEvent.LeftOut.class),
                    new Form<>("task-claimed", 1, TaskEvent.Claimed.class),
                    new Form<>("task-given-back", 1, TaskEvent.GivenBack.class),
                    new Form<>("task-asked", 1, TaskEvent.Asked.class),
                    new Form<>("task-replied", 1, TaskEvent.Replied.class),
                    new Form<>("task-delegated", 1, TaskEvent.Delegated.class),
                    new Form<>("task-shown", 1, TaskEvent.Shown.class)));

    /** Before a proposal had a sum. */
    private record ProposedNothing(String maker) {}

    /** Before a proposal had a sum. */
    private record ApprovedNothing(String checker) {}

    /** Before steps were data: one checker was asked. */
    private record ProposedToOne(String maker, String proposal) {}

    /** Before steps were data: one checker was asked. */
    private record ApprovedByOne(String checker, String proposal) {}

    private static FourEyesEvent.Approved approvedByOne(String checker, String proposal) {
        ApprovalStep step = ApprovalStep.CHECKER;
        return new FourEyesEvent.Approved(checker, proposal, step.number(), step.group());
    }

    static final StreamKind<RunEvent> RUN = new StreamKind<>(
            RunEvent.class,
            List.of(
                    new Form<>("run-opened", 1, RunEvent.Opened.class),
                    new Form<>("run-supersedes", 1, RunEvent.Supersedes.class),
                    new Form<>("run-superseded", 1, RunEvent.Superseded.class)));

    static final StreamKind<ProposalEvent> PROPOSAL = new StreamKind<>(
            ProposalEvent.class,
            List.of(
                    new Form<>(
                            "proposal-decided",
                            1,
                            ProposalEvent.Decided.class,
                            DecidedForOne.class,
                            old -> old.proposal().decided()),
                    new Form<>("proposal-decided", 2, ProposalEvent.Decided.class)));

    /** Before steps were data: one checker was asked. */
    private record DecidedForOne(SumOfSeven proposal) {}

    private record SumOfSeven(
            RowSum run, RowSum inputs, RowSum data, RowSum plans, RowSum orders, RowSum verdicts, RowSum rules) {
        ProposalEvent.Decided decided() {
            RowSum none = new RowSum(0, new FieldSum().hex());
            return new ProposalEvent.Decided(
                    new ProposalSum(run, inputs, data, plans, orders, verdicts, rules, none, none),
                    ApprovalsNeeded.ONE_CHECKER);
        }
    }

    static final StreamKind<DataEvent> DATA = new StreamKind<>(
            DataEvent.class,
            List.of(
                    new Form<>("data-checked", 1, DataEvent.Checked.class),
                    new Form<>("rows-asked", 1, DataEvent.RowsAsked.class),
                    new Form<>("rows-agreed", 1, DataEvent.RowsAgreed.class),
                    new Form<>("rows-refused", 1, DataEvent.RowsRefused.class)));

    static final StreamKind<SliceEvent> ORDERS = new StreamKind<>(
            SliceEvent.class,
            List.of(
                    new Form<>("orders-lessened", 1, SliceEvent.OrdersLessened.class),
                    new Form<>("slice-sent", 1, SliceEvent.SliceSent.class),
                    new Form<>("slice-booked", 1, SliceEvent.SliceBooked.class),
                    new Form<>("late-fill-booked", 1, SliceEvent.LateFillBooked.class),
                    new Form<>("fill-busted", 1, SliceEvent.FillBusted.class),
                    new Form<>("fill-corrected", 1, SliceEvent.FillCorrected.class)));

    static final StreamKind<BookEvent> BOOKS =
            new StreamKind<>(BookEvent.class, List.of(new Form<>("entries-stored", 1, BookEvent.EntriesStored.class)));

    static final StreamKind<FlowEvent> FLOWS = new StreamKind<>(
            FlowEvent.class,
            List.of(
                    new Form<>("flow-recorded", 1, FlowEvent.Recorded.class),
                    new Form<>("flow-withdrawn", 1, FlowEvent.Withdrawn.class)));

    static final StreamKind<ReconcileEvent> BREAKS = new StreamKind<>(
            ReconcileEvent.class,
            List.of(
                    new Form<>("statement-reconciled", 1, ReconcileEvent.Reconciled.class),
                    new Form<>("break-found", 1, ReconcileEvent.Found.class),
                    new Form<>("break-changed", 1, ReconcileEvent.Changed.class),
                    new Form<>("break-cleared", 1, ReconcileEvent.Cleared.class),
                    new Form<>("break-kept", 1, ReconcileEvent.Kept.class),
                    new Form<>("break-accepted", 1, ReconcileEvent.Accepted.class),
                    new Form<>("break-reopened", 1, ReconcileEvent.Reopened.class),
                    new Form<>("break-owned", 1, ReconcileEvent.Owned.class)));

    static final StreamKind<ScheduleEvent> SCHEDULE = new StreamKind<>(
            ScheduleEvent.class,
            List.of(
                    new Form<>("occasion-skipped", 1, ScheduleEvent.Skipped.class),
                    new Form<>("occasion-restored", 1, ScheduleEvent.Restored.class)));

    static final StreamKind<UserEvent> USERS = new StreamKind<>(
            UserEvent.class,
            List.of(
                    new Form<>(
                            "user-added",
                            1,
                            UserEvent.Added.class,
                            AddedForEver.class,
                            old -> new UserEvent.Added(
                                    old.user(), old.roles(), old.password(), OneTimePassword.ENDLESS)),
                    new Form<>("user-added", 2, UserEvent.Added.class),
                    new Form<>("roles-changed", 1, UserEvent.RolesChanged.class),
                    new Form<>("user-let-out", 1, UserEvent.LetOut.class),
                    new Form<>("user-let-in", 1, UserEvent.LetIn.class),
                    new Form<>(
                            "password-reset",
                            1,
                            UserEvent.PasswordReset.class,
                            ResetForEver.class,
                            old -> new UserEvent.PasswordReset(old.user(), old.password(), OneTimePassword.ENDLESS)),
                    new Form<>("password-reset", 2, UserEvent.PasswordReset.class),
                    new Form<>("password-changed", 1, UserEvent.PasswordChanged.class),
                    new Form<>("password-rehashed", 1, UserEvent.PasswordRehashed.class),
                    new Form<>("identity-linked", 1, UserEvent.IdentityLinked.class),
                    new Form<>("identity-unlinked", 1, UserEvent.IdentityUnlinked.class)));

    /** Before one-time passwords ended. */
    private record AddedForEver(String user, List<Role> roles, String password) {}

    /** Before one-time passwords ended. */
    private record ResetForEver(String user, String password) {}

    static final StreamKind<TokenEvent> TOKENS = new StreamKind<>(
            TokenEvent.class,
            List.of(
                    new Form<>("token-issued", 1, TokenEvent.Issued.class),
                    new Form<>("token-revoked", 1, TokenEvent.Revoked.class)));

    static final StreamKind<KillEvent> KILLS = new StreamKind<>(
            KillEvent.class,
            List.of(
                    new Form<>("kill-pressed", 1, KillEvent.Pressed.class),
                    new Form<>("kill-release-asked", 1, KillEvent.ReleaseAsked.class),
                    new Form<>("kill-release-refused", 1, KillEvent.ReleaseRefused.class),
                    new Form<>("kill-released", 1, KillEvent.Released.class),
                    new Form<>("kill-rest-given-up", 1, KillEvent.RestGivenUp.class)));

    static final StreamKind<BreakerEvent> VENUE_BREAKERS = new StreamKind<>(
            BreakerEvent.class,
            List.of(
                    new Form<>("breaker-tripped", 1, BreakerEvent.Tripped.class),
                    new Form<>("breaker-half-opened", 1, BreakerEvent.HalfOpened.class),
                    new Form<>("breaker-recovered", 1, BreakerEvent.Recovered.class),
                    new Form<>("breaker-opened-by-hand", 1, BreakerEvent.OpenedByHand.class),
                    new Form<>("breaker-closed-by-hand", 1, BreakerEvent.ClosedByHand.class)));

    static final StreamKind<OddsEvent> VENUE_ODDS =
            new StreamKind<>(OddsEvent.class, List.of(new Form<>("venue-odds-learned", 1, OddsEvent.Learned.class)));

    static final StreamKind<SequenceEvent> SEQUENCES = new StreamKind<>(
            SequenceEvent.class,
            List.of(
                    new Form<>("sequence-numbers-asked", 1, SequenceEvent.Asked.class),
                    new Form<>("sequence-numbers-agreed", 1, SequenceEvent.Agreed.class),
                    new Form<>("sequence-numbers-refused", 1, SequenceEvent.Refused.class)));

    static final StreamKind<MoveEvent> MOVES = new StreamKind<>(
            MoveEvent.class,
            List.of(
                    new Form<>("token-move-asked", 1, MoveEvent.Asked.class),
                    new Form<>("token-move-agreed", 1, MoveEvent.Agreed.class),
                    new Form<>("token-move-refused", 1, MoveEvent.Refused.class),
                    new Form<>("token-move-lapsed", 1, MoveEvent.Lapsed.class)));

    static final StreamKind<ReplayEvent> REPLAYS = new StreamKind<>(
            ReplayEvent.class,
            List.of(
                    new Form<>("replay-asked", 1, ReplayEvent.Asked.class),
                    new Form<>("replay-agreed", 1, ReplayEvent.Agreed.class),
                    new Form<>("replay-refused", 1, ReplayEvent.Refused.class),
                    new Form<>("replay-lapsed", 1, ReplayEvent.Lapsed.class)));

    static final StreamKind<ChangeEvent> RULE_CHANGES = new StreamKind<>(
            ChangeEvent.class,
            List.of(
                    new Form<>("rule-draft-begun", 1, ChangeEvent.Begun.class),
                    new Form<>("rule-draft-edited", 1, ChangeEvent.Edited.class),
                    new Form<>("rule-draft-undone", 1, ChangeEvent.Undone.class),
                    new Form<>("rule-draft-merged", 1, ChangeEvent.Merged.class),
                    new Form<>("rule-draft-discarded", 1, ChangeEvent.Discarded.class),
                    new Form<>(
                            "rule-change-proposed",
                            1,
                            ChangeEvent.Proposed.class,
                            ProposedUnreplayed.class,
                            ProposedUnreplayed::now),
                    new Form<>(
                            "rule-change-proposed",
                            2,
                            ChangeEvent.Proposed.class,
                            ProposedForEver.class,
                            ProposedForEver::now),
                    new Form<>("rule-change-proposed", 3, ChangeEvent.Proposed.class),
                    new Form<>("rule-change-expired", 1, ChangeEvent.Expired.class),
                    new Form<>("rule-change-withdrawn", 1, ChangeEvent.Withdrawn.class),
                    new Form<>("rule-change-approved", 1, ChangeEvent.Approved.class),
                    new Form<>("rule-change-rejected", 1, ChangeEvent.Rejected.class)));

    /** Before days were replayed with a proposal. */
    private record ProposedUnreplayed(
            int proposal,
            String sha256,
            String base,
            String shown,
            int checkers,
            String because,
            Instant from,
            boolean urgent,
            String by,
            String reason) {
        ChangeEvent.Proposed now() {
            ReplayEffect effect = ReplayEffect.none(0, "it was proposed before days were replayed");
            return new ProposedForEver(
                            proposal, sha256, base, shown, effect, checkers, because, from, urgent, by, reason)
                    .now();
        }
    }

    /** Before proposals had a term. */
    private record ProposedForEver(
            int proposal,
            String sha256,
            String base,
            String shown,
            ReplayEffect effect,
            int checkers,
            String because,
            Instant from,
            boolean urgent,
            String by,
            String reason) {
        ChangeEvent.Proposed now() {
            return new ChangeEvent.Proposed(
                    proposal,
                    sha256,
                    base,
                    shown,
                    effect,
                    checkers,
                    because,
                    from,
                    ChangeEvent.NEVER,
                    urgent,
                    by,
                    reason);
        }
    }

    static final StreamKind<ActiveEvent> ACTIVE_RULES = new StreamKind<>(
            ActiveEvent.class,
            List.of(
                    new Form<>("rules-adopted", 1, ActiveEvent.Adopted.class),
                    new Form<>(
                            "rules-activated",
                            1,
                            ActiveEvent.Activated.class,
                            ActivatedUnguarded.class,
                            ActivatedUnguarded::now),
                    new Form<>("rules-activated", 2, ActiveEvent.Activated.class),
                    new Form<>("rules-guarded", 1, ActiveEvent.Guarded.class),
                    new Form<>("rules-rolled-back", 1, ActiveEvent.RolledBack.class)));

    /** Before rules were asked once more when they judge. */
    private record ActivatedUnguarded(
            String draft,
            int proposal,
            String commit,
            String sha256,
            String before,
            boolean urgent,
            Instant from,
            String by) {
        ActiveEvent.Activated now() {
            return new ActiveEvent.Activated(
                    draft, proposal, commit, sha256, before, urgent, from, by, /* guarded= */ false);
        }
    }

    static final StreamKind<WaiverEvent> WAIVERS = new StreamKind<>(
            WaiverEvent.class,
            List.of(
                    new Form<>("waiver-asked", 1, WaiverEvent.Asked.class),
                    new Form<>("waiver-agreed", 1, WaiverEvent.Agreed.class),
                    new Form<>("waiver-refused", 1, WaiverEvent.Refused.class),
                    new Form<>("waiver-revoked", 1, WaiverEvent.Revoked.class)));

    static final StreamKind<BreachEvent> BREACHES = new StreamKind<>(
            BreachEvent.class,
            List.of(
                    new Form<>(
                            "breaches-seen", 1, BreachEvent.Seen.class, SeenWithoutCause.class, SeenWithoutCause::now),
                    new Form<>("breaches-seen", 2, BreachEvent.Seen.class),
                    new Form<>("breach-taken", 1, BreachEvent.Taken.class)));

    static final StreamKind<ReviewEvent> REVIEWS = new StreamKind<>(
            ReviewEvent.class,
            List.of(
                    new Form<>("reviews-told", 1, ReviewEvent.Told.class),
                    new Form<>("review-answered", 1, ReviewEvent.Looked.class)));

    /** Before it was told who made a breach: markets, as far as was known. */
    private record SeenWithoutCause(String run, LocalDate date, String book, List<OverWithoutCause> over) {
        BreachEvent.Seen now() {
            return new BreachEvent.Seen(
                    run, date, book, over.stream().map(OverWithoutCause::now).toList());
        }
    }

    private record OverWithoutCause(
            String rule,
            String version,
            String account,
            String subject,
            BigDecimal limit,
            BigDecimal used,
            String waiver) {
        BreachEvent.Over now() {
            return new BreachEvent.Over(rule, version, account, subject, limit, used, waiver, Breach.Cause.PASSIVE);
        }
    }

    private static final List<StreamKind<?>> ALL = List.of(
            FOUR_EYES,
            ORDERS,
            RUN,
            PROPOSAL,
            BOOKS,
            DATA,
            FLOWS,
            BREAKS,
            SCHEDULE,
            USERS,
            TOKENS,
            KILLS,
            SEQUENCES,
            MOVES,
            REPLAYS,
            VENUE_BREAKERS,
            VENUE_ODDS,
            RULE_CHANGES,
            ACTIVE_RULES,
            WAIVERS,
            BREACHES,
            REVIEWS);

    /**
     * One version of one kind of event.
     *
     * @param body how it is written
     */
    record Form<E>(String kind, int version, Class<E> type, Body<?, E> body) {
        Form(String kind, int version, Class<E> type) {
            this(kind, version, type, type, event -> event);
        }

        /** A form that is read, and not written any more. */
        <B> Form(String kind, int version, Class<E> type, Class<B> body, Function<B, E> meant) {
            this(kind, version, type, new Body<>(body, meant));
        }
    }

    /** What a body says, and the event that it means. */
    record Body<B, E>(Class<B> type, Function<B, E> meant) {
        E read(String text) throws JsonProcessingException {
            return meant.apply(JSON.readValue(text, type));
        }
    }

    /** An event as it is stored. */
    record Written(String kind, int version, String body) {}

    /** The kind of stream that keeps these events. */
    @SuppressWarnings("unchecked") // the class is compared
    static <E> StreamKind<E> of(Class<E> events) {
        return (StreamKind<E>) ALL.stream()
                .filter(kind -> kind.events.equals(events))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a stream kind for " + events));
    }

    Written write(E event) {
        Form<? extends E> newest = forms.stream()
                .filter(form -> form.type.isInstance(event))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("Expected a form for " + event.getClass()));
        try {
            return new Written(newest.kind, newest.version, Exact.text(JSON.writeValueAsString(event)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    E read(Written written) {
        Form<? extends E> form = forms.stream()
                .filter(f -> f.kind.equals(written.kind) && f.version == written.version)
                .findFirst()
                .orElseThrow(() -> new BrokenHistory("Expected an event ("
                        + String.join(
                                ", ",
                                forms.stream()
                                        .map(f -> f.kind + " " + f.version)
                                        .toList())
                        + "), but got \"" + written.kind + "\" " + written.version
                        + "; maybe a newer Vesper wrote it"));
        try {
            return form.body.read(written.body);
        } catch (JsonProcessingException e) {
            throw new BrokenHistory(
                    "Expected the body of the event \"" + form.kind + "\", but " + e.getOriginalMessage());
        }
    }
}
