package dev.vesper.desk.workbench;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.FileSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Drafts of the rules: whoever may writes, nobody writes over what they have not seen, and what was written is kept with who
 * wrote it. A draft judges nothing. What is refused is a row of the audit, as what is done is.
 */
public final class Drafts {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_NOTE = 500;

    /** Bytes of the largest file. */
    static final int LARGEST = 4 * 1024 * 1024;

    private final ChangeLog log;
    private final ActiveRules active;
    private final RuleHistory history;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ChangeRules rules = new ChangeRules();

    public Drafts(ChangeLog log, ActiveRules active, RuleHistory history, AuditLog audit, InstantSource clock) {
        this.log = log;
        this.active = active;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a draft of what is active.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public synchronized Draft begin(String title, String by) {
        RulesVersion base = active.standing().version();
        return begin(title, base, by);
    }

    private Draft begin(String title, RulesVersion base, String by) {
        String id = log.next();
        String plain = plain(title, LONGEST_TITLE, "title");
        store(id, log.of(id), new ChangeCommand.Begin(plain, base, by), AuditAction.RULE_DRAFT_BEGUN, plain);
        history.point(RuleHistory.draft(id), base.commit());
        return find(id);
    }

    /** All drafts, newest first. */
    public List<Draft> all() {
        return log.ids().stream().map(this::find).toList();
    }

    /**
     * One of them.
     *
     * @throws Problem of kind INPUT where there is none
     */
    public Draft find(String id) {
        Replays.Replay<ChangeEvent, ChangeState> change = log.known(id);
        ChangeState state = change.state();
        return new Draft(
                id,
                state.title(),
                stateOf(id, state),
                state.base(),
                state.now(),
                state.makers(),
                change.past().stream().map(Drafts::step).toList());
    }

    /** What a draft is now, whole. */
    public FileSet files(String id) {
        return history.files(log.known(id).state().now());
    }

    /**
     * Writes one file, a new one too.
     *
     * @param file its path below the rules folder
     * @param seen first digits of the sum of the draft as the writer saw it
     * @param note why; may be empty
     * @throws Problem of kind INPUT for a name that no rule may have, REFUSED where somebody else wrote since
     */
    public Draft write(String id, String file, byte[] bytes, String seen, String by, String note) {
        if (bytes.length > LARGEST) {
            throw Problem.usage(
                    "Expected a file of at most " + LARGEST + " bytes, but " + bytes.length + " were given");
        }
        return edit(id, seen, by, note, files -> {
            Map<String, byte[]> all = new TreeMap<>(files.files());
            all.put(file, bytes.clone());
            return new FileSet(all);
        });
    }

    /** Takes a file away; as {@link #write}. */
    public Draft remove(String id, String file, String seen, String by, String note) {
        return edit(id, seen, by, note, files -> {
            RuleNames.bytes(files, file);
            Map<String, byte[]> all = new TreeMap<>(files.files());
            all.remove(file);
            return new FileSet(all);
        });
    }

    /** Lets the draft be these files and no others, as one edit; as {@link #write}. */
    public Draft replace(String id, FileSet files, String seen, String by, String note) {
        return edit(id, seen, by, note, _ -> files);
    }

    private synchronized Draft edit(String id, String seen, String by, String note, UnaryOperator<FileSet> change) {
        Replays.Replay<ChangeEvent, ChangeState> before = known(id, by);
        String why = plain(note, LONGEST_NOTE, "note");
        FileSet old = history.files(before.state().now());
        FileSet files = change.apply(old);
        RuleNames.require(files);
        List<String> changed = changed(old, files);
        String line = String.join(", ", changed) + (why.isEmpty() ? "" : ": " + why);
        Instant at = clock.instant();
        // an edit that would be denied is kept nowhere
        accepted(id, before, new ChangeCommand.Edit(changed, unkept(files), seen, by, why));
        RulesVersion version =
                history.keep(files, before.state().now().commit(), PersonName.shown(by), at, Problem.shortened(line));
        store(
                id,
                before,
                new ChangeCommand.Edit(changed, version, seen, by, why),
                AuditAction.RULE_DRAFT_WRITTEN,
                line);
        history.point(RuleHistory.draft(id), version.commit());
        return find(id);
    }

    private static RulesVersion unkept(FileSet files) {
        return new RulesVersion("", files.sha256());
    }

    /** Takes the last edit back. */
    public synchronized Draft undo(String id, String seen, String by) {
        Replays.Replay<ChangeEvent, ChangeState> before = known(id, by);
        store(id, before, new ChangeCommand.Undo(seen, by), AuditAction.RULE_DRAFT_UNDONE, "the last edit");
        Draft now = find(id);
        history.point(RuleHistory.draft(id), now.now().commit());
        return now;
    }

    /** Ends a draft that nobody goes on with; its history stays in the store. */
    public synchronized Draft discard(String id, String by, String reason) {
        Replays.Replay<ChangeEvent, ChangeState> before = known(id, by);
        String why = plain(reason, LONGEST_NOTE, "reason");
        store(id, before, new ChangeCommand.Discard(by, why), AuditAction.RULE_DRAFT_DISCARDED, why);
        history.drop(RuleHistory.draft(id));
        return find(id);
    }

    /** Begins a draft that is an earlier version again. */
    synchronized Draft restore(ActiveVersion earlier, String by, String note) {
        FileSet files = history.files(earlier.version());
        Draft begun = begin("Back to version " + earlier.version().brief(), by);
        return replace(begun.id(), files, begun.now().sha256(), by, note);
    }

    /** Lets the lines of the history stand where the store says: a crash may have come between. */
    public void settle() {
        for (String id : log.ids()) {
            ChangeState state = log.known(id).state();
            if (state.open()) {
                history.point(RuleHistory.draft(id), state.now().commit());
            } else {
                history.drop(RuleHistory.draft(id));
            }
        }
    }

    private Draft.State stateOf(String id, ChangeState state) {
        if (state.discarded()) {
            return Draft.State.DISCARDED;
        }
        if (active.activated(id)) {
            return Draft.State.ACTIVATED;
        }
        return state.proposal()
                .map(asked -> asked.approved() ? Draft.State.APPROVED : Draft.State.PROPOSED)
                .orElse(Draft.State.OPEN);
    }

    /** A draft that did not come to judge orders yet. */
    private Replays.Replay<ChangeEvent, ChangeState> known(String id, String by) {
        Replays.Replay<ChangeEvent, ChangeState> change = log.known(id);
        if (active.activated(id)) {
            throw denied(id, by, "Expected a draft that is open, but " + id + " was activated; begin another");
        }
        return change;
    }

    private void store(
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

    private List<ChangeEvent> accepted(
            String id, Replays.Replay<ChangeEvent, ChangeState> before, ChangeCommand command) {
        return switch (rules.decide(before.state(), command)) {
            case Decision.Accepted<ChangeEvent>(List<ChangeEvent> decided) -> decided;
            case Decision.Denied<ChangeEvent>(var refusal) -> throw denied(id, command.by(), refusal.message());
        };
    }

    private Problem denied(String id, String by, String message) {
        audit.append(
                clock.instant(),
                PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                AuditAction.RULE_CHANGE_DENIED,
                subject(id),
                Problem.shortened(message),
                false);
        return Problem.refused(message);
    }

    /** In the audit, what a change of the rules is called. */
    static String subject(String id) {
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

    /** Files that are others in one of them, new or gone, in order. */
    static List<String> changed(FileSet one, FileSet other) {
        SortedSet<String> all = new TreeSet<>(one.files().keySet());
        all.addAll(other.files().keySet());
        List<String> changed = new ArrayList<>(all);
        changed.removeIf(
                path -> Arrays.equals(one.files().get(path), other.files().get(path)));
        return changed;
    }

    private static Draft.Step step(Told<ChangeEvent> told) {
        return switch (told.event()) {
            case ChangeEvent.Begun begun -> step(told, "begun", List.of(), begun.sha256(), begun.title());
            case ChangeEvent.Edited edited -> step(told, "edited", edited.files(), edited.sha256(), edited.note());
            case ChangeEvent.Undone undone -> step(told, "undone", List.of(), undone.sha256(), "");
            case ChangeEvent.Discarded discarded -> step(told, "discarded", List.of(), "", discarded.reason());
            case ChangeEvent.Proposed asked -> step(told, "proposed", List.of(), asked.sha256(), asked.reason());
            case ChangeEvent.Withdrawn withdrawn -> step(told, "withdrawn", List.of(), "", withdrawn.reason());
            case ChangeEvent.Approved approved -> step(told, "approved", List.of(), "", approved.reason());
            case ChangeEvent.Rejected rejected -> step(told, "rejected", List.of(), "", rejected.reason());
        };
    }

    private static Draft.Step step(Told<ChangeEvent> told, String act, List<String> files, String sum, String note) {
        return new Draft.Step(told.at(), told.actor(), act, files, sum.isEmpty() ? "" : Sha256.shortened(sum), note);
    }
}
