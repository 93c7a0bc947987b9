package dev.vesper.desk.workbench;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.FileSet;
import java.time.Instant;
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
    public static final int LARGEST = 4 * 1024 * 1024;

    private final ChangeRecords records;
    private final ChangeLog log;
    private final ActiveRules active;
    private final RuleHistory history;

    public Drafts(ChangeRecords records, RuleHistory history) {
        this.records = records;
        this.log = records.log();
        this.active = records.active();
        this.history = history;
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

    /** Begins a draft of what is active that is these files, for example those that an engineer put into the folder. */
    public synchronized Draft begin(String title, FileSet files, String by) {
        RuleNames.require(files);
        if (files.sha256().equals(active.standing().version().sha256())) {
            throw Problem.refused("Expected files that are others than those that are active, but they are the same");
        }
        Draft begun = begin(title, by);
        return replace(begun.id(), files, begun.now().sha256(), by, "the files as they lay in a folder");
    }

    private Draft begin(String title, RulesVersion base, String by) {
        String id = log.next();
        String plain = ChangeRecords.plain(title, LONGEST_TITLE, "title");
        records.store(id, log.of(id), new ChangeCommand.Begin(plain, base, by), AuditAction.RULE_DRAFT_BEGUN, plain);
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

    /** The files that it was begun on, or merged with. */
    public FileSet base(String id) {
        return history.files(log.known(id).state().base());
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
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        String why = ChangeRecords.plain(note, LONGEST_NOTE, "note");
        FileSet old = history.files(before.state().now());
        FileSet files = change.apply(old);
        RuleNames.require(files);
        List<String> changed = changed(old, files);
        String line = String.join(", ", changed) + (why.isEmpty() ? "" : ": " + why);
        Instant at = records.now();
        // an edit that would be denied is kept nowhere
        records.accepted(id, before, new ChangeCommand.Edit(changed, unkept(files), seen, by, why));
        RulesVersion version =
                history.keep(files, before.state().now().commit(), PersonName.shown(by), at, Problem.shortened(line));
        records.store(
                id,
                before,
                new ChangeCommand.Edit(changed, version, seen, by, why),
                AuditAction.RULE_DRAFT_WRITTEN,
                line);
        history.point(RuleHistory.draft(id), version.commit());
        return find(id);
    }

    /** Lets a draft be one of what is active, with these files; as {@link #write}. */
    synchronized Draft merge(String id, RulesVersion base, FileSet files, String seen, String by, String note) {
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        RuleNames.require(files);
        Instant at = records.now();
        records.accepted(id, before, new ChangeCommand.Merge(base, unkept(files), seen, by, note));
        RulesVersion version = history.keep(files, base.commit(), PersonName.shown(by), at, Problem.shortened(note));
        records.store(
                id,
                before,
                new ChangeCommand.Merge(base, version, seen, by, note),
                AuditAction.RULE_DRAFT_MERGED,
                note);
        history.point(RuleHistory.draft(id), version.commit());
        return find(id);
    }

    private static RulesVersion unkept(FileSet files) {
        return new RulesVersion("", files.sha256());
    }

    /** Takes the last edit back. */
    public synchronized Draft undo(String id, String seen, String by) {
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        records.store(id, before, new ChangeCommand.Undo(seen, by), AuditAction.RULE_DRAFT_UNDONE, "the last edit");
        Draft now = find(id);
        history.point(RuleHistory.draft(id), now.now().commit());
        return now;
    }

    /** Ends a draft that nobody goes on with; its history stays in the store. */
    public synchronized Draft discard(String id, String by, String reason) {
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        String why = ChangeRecords.plain(reason, LONGEST_NOTE, "reason");
        records.store(id, before, new ChangeCommand.Discard(by, why), AuditAction.RULE_DRAFT_DISCARDED, why);
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
            return active.rolledBack(id) ? Draft.State.ROLLED_BACK : Draft.State.ACTIVATED;
        }
        return state.proposal()
                .map(asked -> asked.approved() ? Draft.State.APPROVED : Draft.State.PROPOSED)
                .orElse(Draft.State.OPEN);
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
            case ChangeEvent.Merged merged -> step(told, "merged", List.of(), merged.sha256(), merged.note());
            case ChangeEvent.Discarded discarded -> step(told, "discarded", List.of(), "", discarded.reason());
            case ChangeEvent.Proposed asked -> step(told, "proposed", List.of(), asked.sha256(), asked.reason());
            case ChangeEvent.Expired expired ->
                step(told, "expired", List.of(), "", "not all agreed until " + expired.until());
            case ChangeEvent.Withdrawn withdrawn -> step(told, "withdrawn", List.of(), "", withdrawn.reason());
            case ChangeEvent.Approved approved -> step(told, "approved", List.of(), "", approved.reason());
            case ChangeEvent.Rejected rejected -> step(told, "rejected", List.of(), "", rejected.reason());
        };
    }

    private static Draft.Step step(Told<ChangeEvent> told, String act, List<String> files, String sum, String note) {
        return new Draft.Step(told.at(), told.actor(), act, files, sum.isEmpty() ? "" : Sha256.shortened(sum), note);
    }
}
