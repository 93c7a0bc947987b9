package dev.vesper.desk.waiver;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Decision;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.Told;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for waivers, agrees to them and revokes them; what is refused is a row of the audit, as what is done is. */
public final class WaiveRules {
    private static final int LONGEST_NUMBER = 30;

    private final WaiverLog log;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Supplier<LocalDate> day;
    private final Supplier<? extends WaivableRules> active;
    private final Supplier<Optional<KnownSubjects>> known;
    private final WaiverRules rules = new WaiverRules();

    /**
     * Over what was stored.
     *
     * @param day the business date of today: that of the newest day, not the clock's
     * @param active asked for with the first waiver
     * @param known what the firm's files name; empty before its first day, when nothing can be looked up
     */
    public WaiveRules(
            WaiverLog log,
            AuditLog audit,
            InstantSource clock,
            Supplier<LocalDate> day,
            Supplier<? extends WaivableRules> active,
            Supplier<Optional<KnownSubjects>> known) {
        this.log = log;
        this.audit = audit;
        this.clock = clock;
        this.day = day;
        this.active = active;
        this.known = known;
    }

    /** Every one that was ever asked for, newest first. */
    public List<WaiverRecord> all() {
        return WaiverRecords.of(log.now().past(), day.get()).reversed();
    }

    /** The rules that may be waived now, by name. */
    public List<String> waivable() {
        return active.get().all().stream()
                .filter(WaivableRules.Rule::waivable)
                .map(WaivableRules.Rule::name)
                .sorted()
                .toList();
    }

    /** What happened to them, oldest first. */
    List<Told<WaiverEvent>> past() {
        return log.now().past();
    }

    /**
     * One of them.
     *
     * @throws Problem of kind INPUT where there is none of that id
     */
    public WaiverRecord find(String id) {
        return all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("Expected the id of a waiver, such as W-1, but there is no \""
                        + Problem.shortened(Visible.line(id)) + "\"; ./vesper rules waiver list names them"));
    }

    /**
     * Asks that a breach may pass; another person agrees.
     *
     * @throws Problem of kind INPUT where rule, account, subject or number are not what can be waived, REFUSED where it is
     *     denied
     */
    public WaiverRecord ask(WaiverTerms asked, String by, String reason) {
        WaiverTerms terms = new WaiverTerms(
                asked.rule().strip(), asked.account().strip(), asked.subject().strip(), asked.upTo(), asked.until());
        WaivableRules.Rule rule = rule(terms.rule());
        number(rule, terms.upTo());
        known.get().ifPresent(firm -> {
            known("an account", terms.account(), firm.accounts());
            known("an instrument, or a group of instruments", terms.subject(), firm.subjects());
        });
        if (!rule.waivable()) {
            throw denied(
                    terms.rule(),
                    by,
                    "Expected a rule that may be waived, but waivable.txt of the rules does not name " + terms.rule()
                            + "; a change of the rules can: ./vesper rules draft begin");
        }
        change(
                new WaiverCommand.Ask(terms, day.get(), by, reason),
                AuditAction.WAIVER_ASKED,
                terms.rule(),
                terms.words());
        return all().getFirst();
    }

    /**
     * Agrees; another person than the one who asked.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public WaiverRecord agree(String id, String by, String reason) {
        WaiverRecord one = find(id);
        change(new WaiverCommand.Agree(id, day.get(), by, reason), AuditAction.WAIVER_AGREED, id, one.words());
        return find(id);
    }

    /**
     * Says no.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public WaiverRecord refuse(String id, String by, String reason) {
        WaiverRecord one = find(id);
        change(new WaiverCommand.Refuse(id, by, reason), AuditAction.WAIVER_REFUSED, id, one.words());
        return find(id);
    }

    /**
     * Takes it back, for every run that begins from now on. One person is enough.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public WaiverRecord revoke(String id, String by, String reason) {
        WaiverRecord one = find(id);
        change(new WaiverCommand.Revoke(id, by, reason), AuditAction.WAIVER_REVOKED, id, one.words());
        return find(id);
    }

    private WaivableRules.Rule rule(String name) {
        List<WaivableRules.Rule> all = active.get().all();
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected a rule that judges orders, but there is no \""
                        + Problem.shortened(Visible.line(name)) + "\""
                        + NearestName.hint(
                                name, all.stream().map(WaivableRules.Rule::name).toList())));
    }

    private static void number(WaivableRules.Rule rule, BigDecimal upTo) {
        if (!rule.limit() && upTo.signum() != 0) {
            throw Problem.usage("Expected no number, but " + rule.name()
                    + " is a compliance rule, which lets pass or does not; leave out how much");
        }
        if (!rule.limit()) {
            return;
        }
        if (upTo.signum() <= 0 || upTo.precision() > LONGEST_NUMBER || Math.abs(upTo.scale()) > LONGEST_NUMBER) {
            throw Problem.usage("Expected how much of " + rule.name()
                    + " may be used, above zero, in the unit of its table (a share of 30 % is 0.30), but "
                    + (upTo.signum() == 0 ? "it is not said" : "it is another number"));
        }
        rule.highest().filter(most -> upTo.compareTo(most) > 0).ifPresent(most -> {
            throw Problem.usage("Expected at most " + most.toPlainString() + " of " + rule.name() + ", but "
                    + upTo.toPlainString() + " is more; maybe it is meant as a percentage: a share of 30 % is 0.30");
        });
    }

    private static void known(String what, String name, Collection<String> all) {
        if (!name.isEmpty() && !all.contains(name)) {
            throw Problem.usage("Expected " + what + " of the firm's files, but there is no \""
                    + Problem.shortened(Visible.line(name)) + "\"" + NearestName.hint(name, all));
        }
    }

    private synchronized void change(WaiverCommand command, AuditAction action, String about, String words) {
        Replays.Replay<WaiverEvent, WaiverState> before = log.now();
        List<WaiverEvent> decided = switch (rules.decide(before.state(), command)) {
            case Decision.Accepted<WaiverEvent>(List<WaiverEvent> events) -> events;
            case Decision.Denied<WaiverEvent>(var refusal) -> throw denied(about, command.by(), refusal.message());
        };
        WaiverEvent event = decided.getFirst();
        audit.append(
                clock.instant(),
                PersonName.shown(command.by()),
                action,
                subject(event.id()),
                Problem.shortened(words + ": " + command.reason().strip()),
                /* rehearsal= */ false,
                before.then(decided),
                changed(event));
    }

    private static Change changed(WaiverEvent event) {
        return switch (event) {
            case WaiverEvent.Asked _ -> new Change("", "asked");
            case WaiverEvent.Agreed _ -> new Change("asked", "in force");
            case WaiverEvent.Refused _ -> new Change("asked", "refused");
            case WaiverEvent.Revoked _ -> new Change("standing", "revoked");
        };
    }

    private Problem denied(String about, String by, String message) {
        audit.append(
                clock.instant(),
                PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                AuditAction.WAIVER_DENIED,
                subject(about),
                Problem.shortened(message),
                /* rehearsal= */ false);
        return Problem.refused(message);
    }

    private static String subject(String about) {
        return "waiver/" + about;
    }
}
