package dev.vesper.desk.workbench;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.Replays;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Decides about changes of the rules and stores what follows: what is refused is a row of the audit, as what is done is. */
public final class ChangeRecords {
    private final ChangeLog log;
    private final ActiveRules active;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ChangeRules rules = new ChangeRules();

    public ChangeRecords(ChangeLog log, ActiveRules active, AuditLog audit, InstantSource clock) {
        this.log = log;
        this.active = active;
        this.audit = audit;
        this.clock = clock;
    }

    ChangeLog log() {
        return log;
    }

    ActiveRules active() {
        return active;
    }

    Instant now() {
        return clock.instant();
    }

    /** A draft that did not come to judge orders yet. */
    Replays.Replay<ChangeEvent, ChangeState> open(String id, String by) {
        Replays.Replay<ChangeEvent, ChangeState> change = log.known(id);
        if (active.activated(id)) {
            throw denied(id, by, "Expected a draft that is open, but " + id + " was activated; begin another");
        }
        return change;
    }

    void store(
            String id,
            Replays.Replay<ChangeEvent, ChangeState> before,
            ChangeCommand command,
            AuditAction action,
            String detail) {
        List<ChangeEvent> decided = accepted(id, before, command);
        ChangeState after = before.state();
        for (ChangeEvent event : decided) {
            after = rules.apply(after, event);
        }
        audit.append(
                clock.instant(),
                PersonName.shown(command.by()),
                action,
                subject(id),
                Problem.shortened(detail),
                false,
                before.then(decided),
                new Change(
                        before.past().isEmpty() ? "" : before.state().now().brief(),
                        after.now().brief()));
    }

    /** What follows; where it is denied the audit says so. */
    List<ChangeEvent> accepted(String id, Replays.Replay<ChangeEvent, ChangeState> before, ChangeCommand command) {
        return switch (rules.decide(before.state(), command)) {
            case Decision.Accepted<ChangeEvent>(List<ChangeEvent> decided) -> decided;
            case Decision.Denied<ChangeEvent>(var refusal) -> throw denied(id, command.by(), refusal.message());
        };
    }

    Problem denied(String id, String by, String message) {
        refuse(id, by, message);
        return Problem.refused(message);
    }

    /** Records what was not done. */
    void refuse(String id, String by, String message) {
        audit.append(
                clock.instant(),
                PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                AuditAction.RULE_CHANGE_DENIED,
                subject(id),
                Problem.shortened(message),
                false);
    }

    /** In the audit, what a change of the rules is called. */
    private static String subject(String id) {
        return "rules/" + id;
    }

    static String plain(String text, int longest, String what) {
        String line = Visible.line(text.strip());
        if (line.length() > longest) {
            throw Problem.usage("Expected a " + what + " of at most " + Counted.of(longest, "character")
                    + ", but it has " + line.length());
        }
        return line;
    }
}
