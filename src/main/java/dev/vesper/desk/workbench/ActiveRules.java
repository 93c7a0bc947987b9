package dev.vesper.desk.workbench;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.FileSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which version of the rules judges orders, and which did before: what the store's events say, each vouched for by the audit
 * row that was written with it. What lies on disk says nothing.
 */
public final class ActiveRules {
    static final StreamId<ActiveEvent> STREAM = new StreamId<>(ActiveEvent.class, "active-rules");

    /** In the audit, what changes. */
    private static final String SUBJECT = "rules";

    private final Replays<ActiveEvent, List<ActiveEvent>> replays;
    private final RuleHistory history;
    private final AuditLog audit;
    private final InstantSource clock;

    public ActiveRules(EventLog events, RuleHistory history, AuditLog audit, InstantSource clock) {
        this.replays = new Replays<>(events, List.of(), ActiveRules::apply);
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All that ever did, oldest first; empty before anything was adopted.
     *
     * @throws Problem of kind REFUSED where the events were altered
     */
    public List<ActiveVersion> all() {
        List<ActiveVersion> all = new ArrayList<>();
        for (Told<ActiveEvent> told : past().past()) {
            switch (told.event()) {
                case ActiveEvent.Adopted(String commit, String sha256) ->
                    all.add(version(all, told, commit, sha256, "", false));
                case ActiveEvent.Activated next ->
                    all.add(version(all, told, next.commit(), next.sha256(), next.draft(), next.urgent()));
                case ActiveEvent.RolledBack back -> {
                    ActiveVersion undone = all.removeLast();
                    all.add(new ActiveVersion(
                            undone.number(),
                            undone.version(),
                            undone.draft(),
                            undone.since(),
                            undone.urgent(),
                            undone.by(),
                            String.join("; ", back.because())));
                    all.add(version(all, told, back.commit(), back.sha256(), back.draft(), false));
                }
                case ActiveEvent.Guarded ignored -> {
                    // the version stays
                }
            }
        }
        return List.copyOf(all);
    }

    private static ActiveVersion version(
            List<ActiveVersion> before,
            Told<ActiveEvent> told,
            String commit,
            String sha256,
            String draft,
            boolean urgent) {
        return new ActiveVersion(
                before.size() + 1, new RulesVersion(commit, sha256), draft, told.at(), urgent, told.actor(), "");
    }

    /** The one that judges now; empty before anything was adopted. */
    public Optional<ActiveVersion> now() {
        List<ActiveVersion> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /**
     * The one that judges now.
     *
     * @throws Problem of kind UNAVAILABLE before anything was adopted
     */
    public ActiveVersion standing() {
        return now().orElseThrow(() ->
                Problem.unavailable("Expected rules to go by, but none were taken up yet: the rules"
                        + " folder could not be read since Vesper was first started; mend it, and start Vesper again"));
    }

    /**
     * By which a run goes: the one that judged when it began, unless an urgent change came since. What was adopted after it
     * began was on disk before. One that was taken back at once judges nothing any more, and that it was is no change.
     */
    public ActiveVersion at(Instant begun) {
        ActiveVersion found = standing();
        boolean first = true;
        boolean back = false;
        for (ActiveVersion one : all()) {
            boolean judges = !one.wasUndone() && !back;
            if (first || (judges && (one.urgent() || !one.since().isAfter(begun)))) {
                found = one;
            }
            first = false;
            back = one.wasUndone();
        }
        return found;
    }

    /**
     * A version that ever judged.
     *
     * @param digits the first ones of its sum
     * @throws Problem of kind INPUT where there is none
     */
    public ActiveVersion find(String digits) {
        return all().reversed().stream()
                .filter(one -> one.version().isMeantBy(digits))
                .findFirst()
                .orElseThrow(
                        () -> Problem.unknown("Expected a version of the rules that was ever active, but there is no \""
                                + Problem.shortened(digits) + "\"; ./vesper rules history names them"));
    }

    /** The files of the version that judges now. */
    public FileSet files() {
        return files(standing());
    }

    /**
     * The files of a version.
     *
     * @throws Problem of kind REFUSED where the history has lost or altered them
     */
    public FileSet files(ActiveVersion version) {
        return history.files(version.version());
    }

    /** The files of the version that judged before one; no files before the first. */
    public FileSet before(ActiveVersion version) {
        return version.number() == 1 ? new FileSet(Map.of()) : files(all().get(version.number() - 2));
    }

    /**
     * Takes the folder up as it stands, where nothing ever was; of a store that knows what is active it asks nothing.
     *
     * @param folder reads it
     */
    public synchronized ActiveVersion adopt(Supplier<FileSet> folder) {
        Replays.Replay<ActiveEvent, List<ActiveEvent>> past = past();
        if (past.past().isEmpty()) {
            FileSet files = folder.get();
            RuleNames.require(files);
            Instant at = clock.instant();
            RulesVersion version = history.keep(files, "", "vesper", at, "The rules folder as it stood");
            audit.append(
                    at,
                    "vesper",
                    AuditAction.RULES_ADOPTED,
                    SUBJECT,
                    "version " + version.brief() + ": the rules folder as it stood, "
                            + files.files().size() + " files",
                    false,
                    past.then(List.of(new ActiveEvent.Adopted(version.commit(), version.sha256()))),
                    Change.made(version.brief()));
        }
        ActiveVersion now = standing();
        history.point(RuleHistory.MAIN, now.version().commit());
        return now;
    }

    /**
     * Lets a version judge from now on.
     *
     * @throws Problem of kind REFUSED where another one came to judge meanwhile
     */
    synchronized ActiveVersion activate(ActiveEvent.Activated event, String detail) {
        Replays.Replay<ActiveEvent, List<ActiveEvent>> past = past();
        String before = standing().version().brief();
        if (!standing().version().sha256().equals(event.before())) {
            throw Problem.refused("Expected version " + event.before() + " to be active still, but " + before
                    + " is; nothing was activated, look at the change and propose it anew");
        }
        audit.append(
                clock.instant(),
                event.by(),
                AuditAction.RULES_ACTIVATED,
                SUBJECT,
                detail,
                false,
                past.then(List.of(event)),
                new Change(before, new RulesVersion(event.commit(), event.sha256()).brief()));
        ActiveVersion now = standing();
        history.point(RuleHistory.MAIN, now.version().commit());
        return now;
    }

    private Replays.Replay<ActiveEvent, List<ActiveEvent>> past() {
        try {
            return replays.of(STREAM);
        } catch (BrokenHistory e) {
            throw Problem.refused("Expected the versions of the rules as they were stored, but " + e.getMessage()
                    + "; ./vesper audit verify tells more");
        }
    }

    /** What became active and was not asked yet whether all that was found of it before is so: a crash came between. */
    Optional<ActiveEvent.Activated> unguarded() {
        List<ActiveEvent> past = past().state();
        return !past.isEmpty() && past.getLast() instanceof ActiveEvent.Activated activated && activated.guarded()
                ? Optional.of(activated)
                : Optional.empty();
    }

    /** All that was found of a change before is so. */
    synchronized void held(ActiveEvent.Activated change, int asked) {
        audit.append(
                clock.instant(),
                "vesper",
                AuditAction.RULES_GUARDED,
                SUBJECT,
                change.draft() + ": " + Counted.of(asked, "case or account", "cases and accounts")
                        + " decided as before",
                false,
                past().then(List.of(new ActiveEvent.Guarded(change.draft(), asked))));
    }

    /** Lets the version before a change judge again. */
    synchronized ActiveVersion rollBack(ActiveEvent.Activated change, List<String> because) {
        Replays.Replay<ActiveEvent, List<ActiveEvent>> past = past();
        ActiveVersion before = all().get(all().size() - 2);
        String why = String.join("; ", because);
        audit.append(
                clock.instant(),
                "vesper",
                AuditAction.RULES_ROLLED_BACK,
                SUBJECT,
                Problem.shortened(change.draft() + ": " + why),
                false,
                past.then(List.of(new ActiveEvent.RolledBack(
                        change.draft(),
                        change.proposal(),
                        before.version().commit(),
                        before.version().sha256(),
                        change.sha256(),
                        because))),
                new Change(
                        new RulesVersion(change.commit(), change.sha256()).brief(),
                        before.version().brief()));
        history.point(RuleHistory.MAIN, before.version().commit());
        return standing();
    }

    private static List<ActiveEvent> apply(List<ActiveEvent> past, ActiveEvent event) {
        boolean follows = switch (event) {
            case ActiveEvent.Adopted ignored -> past.isEmpty();
            case ActiveEvent.Activated next ->
                !past.isEmpty()
                        && versions(past).getLast().sha256().equals(next.before())
                        && past.stream().noneMatch(other -> isOf(other, next.draft()))
                        && (next.by().equals("vesper")
                                || PersonName.refusal(next.by()).isEmpty());
            case ActiveEvent.Guarded(String draft, var ignored) -> !past.isEmpty() && isOf(past.getLast(), draft);
            case ActiveEvent.RolledBack back ->
                !past.isEmpty()
                        && past.getLast() instanceof ActiveEvent.Activated undone
                        && undone.draft().equals(back.draft())
                        && undone.proposal() == back.proposal()
                        && undone.sha256().equals(back.before())
                        && versions(past.subList(0, past.size() - 1))
                                .getLast()
                                .equals(new RulesVersion(back.commit(), back.sha256()));
        };
        if (!follows) {
            throw new BrokenHistory("Expected an event that can follow on " + past.size()
                    + " events of the rules, but got " + event + "; maybe it was forged, or one before it is gone");
        }
        List<ActiveEvent> more = new ArrayList<>(past);
        more.add(event);
        return List.copyOf(more);
    }

    private static List<RulesVersion> versions(List<ActiveEvent> past) {
        return past.stream()
                .flatMap(event -> switch (event) {
                    case ActiveEvent.Adopted one -> Stream.of(new RulesVersion(one.commit(), one.sha256()));
                    case ActiveEvent.Activated one -> Stream.of(new RulesVersion(one.commit(), one.sha256()));
                    case ActiveEvent.RolledBack one -> Stream.of(new RulesVersion(one.commit(), one.sha256()));
                    case ActiveEvent.Guarded ignored -> Stream.<RulesVersion>empty();
                })
                .toList();
    }

    private static boolean isOf(ActiveEvent event, String draft) {
        return event instanceof ActiveEvent.Activated activated
                && activated.draft().equals(draft);
    }

    /** Whether a draft came to judge. */
    public boolean activated(String draft) {
        return past().state().stream().anyMatch(event -> isOf(event, draft));
    }

    /** Whether a draft that came to judge was taken back at once, by itself. */
    boolean rolledBack(String draft) {
        return past().state().stream()
                .anyMatch(event -> event instanceof ActiveEvent.RolledBack back
                        && back.draft().equals(draft));
    }
}
