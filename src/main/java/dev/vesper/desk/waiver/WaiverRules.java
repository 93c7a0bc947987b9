package dev.vesper.desk.waiver;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.desk.waiver.WaiverCommand.Agree;
import dev.vesper.desk.waiver.WaiverCommand.Ask;
import dev.vesper.desk.waiver.WaiverCommand.Refuse;
import dev.vesper.desk.waiver.WaiverCommand.Revoke;
import dev.vesper.desk.waiver.WaiverEvent.Agreed;
import dev.vesper.desk.waiver.WaiverEvent.Asked;
import dev.vesper.desk.waiver.WaiverEvent.Refused;
import dev.vesper.desk.waiver.WaiverEvent.Revoked;
import dev.vesper.desk.waiver.WaiverState.One;
import dev.vesper.desk.waiver.WaiverState.Step;
import dev.vesper.limits.waiver.Waiver;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Waivers: one person asks, another agrees, any one revokes. Each ends by itself with its last day. Holds nothing itself.
 *
 * <p>What is denied, and why: {@link WaiverRefusal}.
 */
final class WaiverRules implements Decider<WaiverState, WaiverCommand, WaiverEvent> {
    /** The longest that a waiver holds from the day it is asked for; what is needed for longer is a rule. */
    static final int LONGEST_YEARS = 1;

    @Override
    public WaiverState initial() {
        return WaiverState.NOTHING;
    }

    @Override
    public Decision<WaiverEvent> decide(WaiverState state, WaiverCommand command) {
        Optional<Refusal> nobody = PersonName.refusal(command.by());
        if (nobody.isPresent()) {
            return new Decision.Denied<>(nobody.get());
        }
        if (command.reason().isBlank() && !(command instanceof Agree)) { // who asked said why
            return Decision.denied(
                    WaiverRefusal.REASON_MISSING, "Expected a reason, so that others know why, but there is none");
        }
        String by = PersonName.shown(command.by());
        String reason = command.reason().strip();
        return switch (command) {
            case Ask ask ->
                terms(ask.terms(), ask.day())
                        .<Decision<WaiverEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Asked(next(state), ask.terms(), by, reason)));
            case Agree agree ->
                of(
                        state,
                        agree.id(),
                        one -> waits(one)
                                .or(() -> over(one.terms(), agree.day()))
                                .or(() -> samePerson(one, by)),
                        new Agreed(agree.id(), by, reason));
            case Refuse refuse -> of(state, refuse.id(), WaiverRules::waits, new Refused(refuse.id(), by, reason));
            case Revoke revoke -> of(state, revoke.id(), WaiverRules::stands, new Revoked(revoke.id(), by, reason));
        };
    }

    private static Decision<WaiverEvent> of(
            WaiverState state, String id, Function<One, Optional<Refusal>> against, WaiverEvent event) {
        Optional<One> one = state.find(id);
        if (one.isEmpty()) {
            return Decision.denied(
                    WaiverRefusal.UNKNOWN,
                    "Expected a waiver, but there is no " + id + "; ./vesper rules waiver list names them");
        }
        return against.apply(one.get())
                .<Decision<WaiverEvent>>map(Decision.Denied::new)
                .orElseGet(() -> Decision.accepted(event));
    }

    private static Optional<Refusal> terms(WaiverTerms terms, LocalDate day) {
        return wide(terms).or(() -> over(terms, day)).or(() -> tooLong(terms, day));
    }

    private static Optional<Refusal> wide(WaiverTerms terms) {
        return terms.account().isEmpty() && terms.subject().isEmpty()
                ? refusal(
                        WaiverRefusal.TOO_WIDE,
                        "Expected an account or an instrument, but the waiver of " + terms.rule()
                                + " would be of all of them; that is a change of the rule: ./vesper rules draft begin")
                : Optional.empty();
    }

    private static Optional<Refusal> over(WaiverTerms terms, LocalDate day) {
        return terms.until().isBefore(day)
                ? refusal(
                        WaiverRefusal.OVER,
                        "Expected a last day that is still to come, but " + terms.until() + " is before " + day
                                + ", the business date")
                : Optional.empty();
    }

    private static Optional<Refusal> tooLong(WaiverTerms terms, LocalDate day) {
        LocalDate latest = day.plusYears(LONGEST_YEARS);
        return terms.until().isAfter(latest)
                ? refusal(
                        WaiverRefusal.TOO_LONG,
                        "Expected a waiver of a year at most, until " + latest + ", but it would hold until "
                                + terms.until() + "; what is needed for longer is a change of the rule")
                : Optional.empty();
    }

    private static Optional<Refusal> waits(One one) {
        return one.step() == Step.ASKED
                ? Optional.empty()
                : refusal(
                        WaiverRefusal.NOT_ASKED,
                        "Expected a waiver that waits for an answer, but " + one.id() + " " + word(one));
    }

    private static Optional<Refusal> stands(One one) {
        return one.stands()
                ? Optional.empty()
                : refusal(
                        WaiverRefusal.NOT_STANDING,
                        "Expected a waiver that can be revoked, but " + one.id() + " " + word(one));
    }

    private static String word(One one) {
        return switch (one.step()) {
            case ASKED -> "waits for an answer";
            case AGREED -> "was agreed to";
            case REFUSED -> "was refused";
            case REVOKED -> "was revoked";
        };
    }

    private static Optional<Refusal> samePerson(One one, String by) {
        return PersonName.same(one.askedBy(), by)
                ? refusal(
                        WaiverRefusal.SECOND_PERSON_MUST_DIFFER,
                        "Expected another person, but " + by + " agrees to " + one.id() + " that " + one.askedBy()
                                + " asked for, and the two names are one or look alike; ask somebody else")
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(WaiverRefusal kind, String message) {
        return Optional.of(new Refusal(kind, message));
    }

    private static String next(WaiverState state) {
        return Waiver.ID + (state.all().size() + 1);
    }

    /** {@inheritDoc} What one person would have waived alone is refused here as well. */
    @Override
    public WaiverState apply(WaiverState state, WaiverEvent event) {
        return switch (event) {
            case Asked(String id, WaiverTerms terms, String by, String reason)
            when named(by)
                    && id.equals(next(state))
                    && wide(terms).isEmpty()
                    && terms.upTo().signum() >= 0 -> state.with(new One(id, terms, by, reason, "", Step.ASKED));
            case Agreed(String id, String by, var ignored)
            when named(by) && follows(state, id, one -> waits(one).or(() -> samePerson(one, by))) ->
                state.changed(id, one -> one.agreed(by));
            case Refused(String id, String by, var ignored)
            when named(by) && follows(state, id, WaiverRules::waits) -> state.changed(id, one -> one.now(Step.REFUSED));
            case Revoked(String id, String by, var ignored)
            when named(by) && follows(state, id, WaiverRules::stands) ->
                state.changed(id, one -> one.now(Step.REVOKED));
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events of the waivers, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static boolean follows(WaiverState state, String id, Function<One, Optional<Refusal>> against) {
        return state.find(id).filter(one -> against.apply(one).isEmpty()).isPresent();
    }

    private static boolean named(String by) {
        return PersonName.refusal(by).isEmpty();
    }
}
