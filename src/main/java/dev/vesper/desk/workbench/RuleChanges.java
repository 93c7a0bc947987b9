package dev.vesper.desk.workbench;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.run.FileSet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * From a draft to what judges orders: somebody proposes it, people who wrote none of it agree to what they were shown, and at
 * its time it becomes active. Going back to an earlier version is a change like any other.
 */
public final class RuleChanges {
    private static final int LONGEST_REASON = 500;
    /** Reasons of a rollback that are kept. */
    private static final int MOST_SAID = 5;

    private final ChangeRecords records;
    private final Drafts drafts;
    private final ActiveRules active;
    private final RuleHistory history;
    private final Looks looks;
    private final ActiveFolder folder;
    private final ProposalTerm term;

    /** What looks at rules before they judge. */
    public record Looks(
            RuleCheck check,
            Checkers checkers,
            CompareRules compare,
            AcceptCases cases,
            EffectOfChange effect,
            Guard guard,
            MergeRules merge) {}

    /**
     * Over what was stored.
     *
     * @param folder where people read what is active
     */
    public RuleChanges(
            ChangeRecords records,
            Drafts drafts,
            RuleHistory history,
            Looks looks,
            ActiveFolder folder,
            ProposalTerm term) {
        this.records = records;
        this.drafts = drafts;
        this.active = records.active();
        this.history = history;
        this.looks = looks;
        this.folder = folder;
        this.term = term;
    }

    /**
     * Writes into a draft's sheet of cases what its rules say of one case now, or of all that fail.
     *
     * @param line of the case in the sheet; 0 for all
     * @param seen the version of the draft as the writer saw it
     */
    public Draft accept(String draft, String sheet, int line, String seen, String by) {
        byte[] bytes = looks.cases().of(drafts.files(draft), sheet, line);
        return drafts.write(
                draft,
                sheet,
                bytes,
                seen,
                by,
                line == 0 ? "as the rules say now" : "line " + line + " as the rule says now");
    }

    /**
     * Brings a draft together with what became active since it was begun. Where both changed the same, nothing is written unless
     * it is said whose word counts.
     *
     * @param seen the version of the draft as the writer saw it
     * @throws Problem of kind REFUSED where nothing became active since, or somebody wrote meanwhile
     */
    public MergedDraft merge(String id, String seen, MergeConflict.Keep keep, String by) {
        ChangeState state = records.open(id, by).state();
        ActiveVersion standing = active.standing();
        MergeRules.Merged merged =
                looks.merge().of(history.files(state.base()), active.files(standing), history.files(state.now()), keep);
        if (!merged.conflicts().isEmpty() && keep == MergeConflict.Keep.NEITHER) {
            MergeConflict first = merged.conflicts().getFirst();
            records.refuse(
                    id,
                    by,
                    "Expected changes of different cells, but "
                            + Counted.of(merged.conflicts().size(), "place") + " changed in two ways, such as "
                            + first.place() + "; nothing was merged");
            return new MergedDraft(false, drafts.find(id), merged.conflicts());
        }
        String note = "with version " + standing.version().brief()
                + (merged.conflicts().isEmpty()
                        ? ""
                        : "; the " + keep.name().toLowerCase(Locale.ROOT) + " one was kept of "
                                + Counted.of(merged.conflicts().size(), "place") + " changed in two ways");
        return new MergedDraft(
                true, drafts.merge(id, standing.version(), merged.files(), seen, by, note), merged.conflicts());
    }

    /** The drafts that are changed here. */
    public Drafts drafts() {
        return drafts;
    }

    /** Which versions judge, and did. */
    public ActiveRules active() {
        return active;
    }

    /** The rules folder as it lies on disk. */
    public ActiveFolder folder() {
        return folder;
    }

    /** How the folder differs from what is active, a few words a file. */
    public List<String> altered() {
        return altered(active.files(), folder.read());
    }

    /** How files on disk differ from what is active, a few words a file, in order. */
    public static List<String> altered(FileSet active, FileSet disk) {
        return Drafts.changed(active, disk).stream()
                .map(path -> path
                        + (!disk.files().containsKey(path)
                                ? " is missing"
                                : active.files().containsKey(path) ? " is altered" : " is new"))
                .toList();
    }

    /** What is another in a second set of files. */
    public List<RuleDifference> compare(FileSet one, FileSet other) {
        return looks.compare().of(one, other);
    }

    /**
     * All that there is to see of a change now. Of one that is not proposed no day is replayed yet.
     *
     * @param urgent as it is, or would be, proposed
     */
    public ChangeShown shown(String id, boolean urgent) {
        return shown(id, records.log().known(id).state(), urgent);
    }

    private ChangeShown shown(String id, ChangeState state, boolean urgent) {
        FileSet now = active.files();
        FileSet files = history.files(state.now());
        List<String> changed = Drafts.changed(now, files);
        ReplayEffect effect = state.proposal().map(ChangeState.Proposal::effect).orElseGet(this::unreplayed);
        Checkers.Asked asked = looks.checkers().of(now, changed, urgent, effect);
        return ChangeShown.of(
                id,
                active.standing().version(),
                state.now(),
                changed,
                looks.compare().of(now, files),
                looks.check().of(history.files(state.base()), files).stream()
                        .sorted(Finding.ORDER)
                        .toList(),
                asked,
                effect);
    }

    private ReplayEffect unreplayed() {
        int days = looks.effect().days();
        return days == 0 ? ReplayEffect.NO_DAY : ReplayEffect.none(days, "that is done when it is proposed");
    }

    /** What is asked of checkers; empty where nothing is. */
    public Optional<ChangeProposal> proposal(String id) {
        return records.log()
                .known(id)
                .state()
                .proposal()
                .map(asked -> new ChangeProposal(
                        id,
                        asked.number(),
                        asked.checkers(),
                        asked.because(),
                        asked.approvals(),
                        asked.from(),
                        asked.until(),
                        asked.urgent(),
                        asked.by(),
                        asked.reason(),
                        asked.effect(),
                        asked.shown()));
    }

    /**
     * Asks that a draft judge orders. The newest recorded days are replayed first, and what that shows is part of what is asked.
     *
     * @param from not before then
     * @param urgent whether runs that have begun are to go by it too
     * @throws Problem of kind REFUSED where it has an error, or is denied otherwise
     */
    public ChangeProposal propose(String id, Instant from, boolean urgent, String by, String reason) {
        String why = ChangeRecords.plain(reason, LONGEST_REASON, "reason");
        expire(id);
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        ChangeShown looked = shown(id, before.state(), urgent);
        refuseErrors(looked, by);
        // what would be denied is not replayed
        records.accepted(id, before, command(looked, from, urgent, by, why));
        FileSet now = active.files();
        return propose(looked, looks.effect().of(now, history.files(looked.version())), from, urgent, by, why);
    }

    private synchronized ChangeProposal propose(
            ChangeShown looked, ReplayEffect effect, Instant from, boolean urgent, String by, String why) {
        String id = looked.draft();
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        if (!before.state().now().equals(looked.version())
                || !active.standing().version().equals(looked.base())) {
            throw records.denied(
                    id,
                    by,
                    "Expected the draft and the rules that are active as they were when the replay began, but one of them"
                            + " has changed since; nothing was proposed, look at it anew");
        }
        Checkers.Asked asked = looks.checkers().of(active.files(), looked.changed(), urgent, effect);
        ChangeShown shown = looked.with(asked, effect);
        records.store(
                id,
                before,
                command(shown, from, urgent, by, why),
                AuditAction.RULE_CHANGE_PROPOSED,
                String.join(", ", shown.changed()) + ": " + why + "; " + effect.sentence());
        return proposal(id).orElseThrow();
    }

    private ChangeCommand.Propose command(ChangeShown shown, Instant from, boolean urgent, String by, String why) {
        return new ChangeCommand.Propose(
                shown.base().sha256(),
                shown.sum(),
                shown.effect(),
                shown.checkers(),
                shown.because(),
                from,
                term.until(records.now()),
                urgent,
                by,
                why);
    }

    /**
     * Writes down that the time of a proposal is over, if it is; the draft stays, and may be proposed anew.
     *
     * @return whether it was written down now
     */
    synchronized boolean expire(String id) {
        Replays.Replay<ChangeEvent, ChangeState> before = records.log().known(id);
        Optional<ChangeState.Proposal> over = before.state().proposal().filter(asked -> asked.expired(records.now()));
        over.ifPresent(asked -> records.store(
                id,
                before,
                new ChangeCommand.Expire(asked.number(), records.now()),
                AuditAction.RULE_CHANGE_EXPIRED,
                "proposal " + asked.number() + " of " + asked.by() + ": "
                        + asked.approvals().size() + " of " + Counted.of(asked.checkers(), "checker") + " agreed until "
                        + asked.until()));
        return over.isPresent();
    }

    private void refuseErrors(ChangeShown shown, String by) {
        if (!shown.errors().isEmpty()) {
            Finding first = shown.errors().getFirst();
            throw records.denied(
                    shown.draft(),
                    by,
                    "Expected rules without an error, but there "
                            + (shown.errors().size() == 1 ? "is " : "are ")
                            + Counted.of(shown.errors().size(), "error") + ": " + first.file()
                            + (first.line() > 0 ? ":" + first.line() : "") + ": " + first.sentence());
        }
    }

    /** Takes a proposal back. */
    public synchronized Draft withdraw(String id, String by, String reason) {
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        records.store(
                id,
                before,
                new ChangeCommand.Withdraw(
                        number(before.state()), by, ChangeRecords.plain(reason, LONGEST_REASON, "reason")),
                AuditAction.RULE_CHANGE_WITHDRAWN,
                reason);
        return drafts.find(id);
    }

    /**
     * Agrees to a proposal.
     *
     * @param number which one
     * @param seen first digits of the sum of what the checker saw; empty where that is what is proposed
     */
    public synchronized Draft approve(String id, int number, String seen, String by, String reason) {
        String why = ChangeRecords.plain(reason, LONGEST_REASON, "reason");
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        boolean urgent =
                before.state().proposal().map(ChangeState.Proposal::urgent).orElse(false);
        ChangeShown shown = shown(id, before.state(), urgent);
        String sum = shown.sum();
        if (!sum.startsWith(seen)) {
            throw records.denied(
                    id,
                    by,
                    "Expected an answer to what is proposed now (" + sum.substring(0, 12)
                            + "), but it has changed since you looked (" + seen + "); look at it anew");
        }
        records.store(
                id,
                before,
                new ChangeCommand.Approve(number, sum, records.now(), by, why),
                AuditAction.RULE_CHANGE_APPROVED,
                "proposal " + number + (why.isEmpty() ? "" : ": " + why));
        return drafts.find(id);
    }

    /** Says no to a proposal; the draft stays, and may be written to and proposed anew. */
    public synchronized Draft reject(String id, int number, String by, String reason) {
        String why = ChangeRecords.plain(reason, LONGEST_REASON, "reason");
        Replays.Replay<ChangeEvent, ChangeState> before = records.open(id, by);
        records.store(
                id,
                before,
                new ChangeCommand.Reject(number, by, why),
                AuditAction.RULE_CHANGE_REJECTED,
                "proposal " + number + ": " + why);
        return drafts.find(id);
    }

    private static int number(ChangeState state) {
        return state.proposal().map(ChangeState.Proposal::number).orElse(0);
    }

    /**
     * Lets a change judge orders from now on, to which all agreed who are needed. What it decides then is compared with what it
     * decided when it was looked at; where that is not the same, the version before judges again.
     *
     * @param by who lets it, or {@code vesper} at its time
     * @return what could not be written into the folder, a sentence each: what is active stands
     * @throws Problem of kind REFUSED where it is not its time, something stands against it by now, or it
     *     was taken back
     */
    public synchronized List<String> activate(String id, String by) {
        ChangeState state = records.open(id, by).state();
        ChangeState.Proposal asked = state.proposal()
                .filter(ChangeState.Proposal::approved)
                .orElseThrow(() -> records.denied(
                        id,
                        by,
                        "Expected a change that all agreed to who are needed, but "
                                + state.proposal()
                                        .map(open -> Counted.of(
                                                        open.checkers()
                                                                - open.approvals()
                                                                        .size(),
                                                        "checker")
                                                + " did not yet")
                                        .orElse("it is not proposed")));
        if (records.now().isBefore(asked.from())) {
            throw records.denied(
                    id, by, "Expected to activate " + id + " from " + asked.from() + " on, but it is " + records.now());
        }
        ChangeShown shown = shown(id, state, asked.urgent());
        refuseErrors(shown, by);
        if (!shown.sum().equals(asked.shown()) || !shown.base().sha256().equals(asked.base())) {
            throw records.denied(
                    id,
                    by,
                    "Expected the change as it was proposed, but what it replaces, or what is found in it, is another by"
                            + " now; nothing was activated, look at it and propose it anew");
        }
        FileSet before = active.files();
        FileSet now = history.files(state.now());
        Guard.Expected expected = looks.guard().expect(before, now);
        folder.announce(state.now());
        ActiveEvent.Activated activated = new ActiveEvent.Activated(
                id,
                asked.number(),
                state.now().commit(),
                state.now().sha256(),
                asked.base(),
                asked.urgent(),
                asked.from(),
                by,
                /* guarded= */ true);
        active.activate(
                activated,
                id + " (" + state.title() + "), by " + String.join(", ", state.makers()) + ", checked by "
                        + String.join(", ", asked.approvals()) + (asked.urgent() ? ", urgent" : ""));
        history.drop(RuleHistory.draft(id));
        List<String> unwritten = folder.write(before, now);
        guard(activated, expected, before, now);
        return unwritten;
    }

    /** Asks what judges now what was found of it before, and lets the version before judge again where something is not so. */
    private void guard(ActiveEvent.Activated activated, Guard.Expected expected, FileSet before, FileSet now) {
        List<String> failing;
        try {
            failing = expected.failing();
        } catch (Problem unloaded) {
            failing = List.of("the rules could not be loaded: " + unloaded.getMessage());
        } catch (RuntimeException
                | LinkageError
                | StackOverflowError
                | AssertionError broken) { // code may throw anything
            failing = List.of("the rules could not be asked: " + broken);
        }
        if (failing.isEmpty()) {
            active.held(activated, expected.asked());
            return;
        }
        List<String> because =
                failing.stream().limit(MOST_SAID).map(Problem::shortened).toList();
        RulesVersion back = active.all().get(active.all().size() - 2).version();
        folder.announce(back);
        active.rollBack(activated, because);
        folder.write(/* before= */ now, /* now= */ before);
        throw Problem.refused("Expected the rules of " + activated.draft()
                + " to judge as they did when they were looked at, but "
                + because.getFirst()
                + (failing.size() > 1 ? " (and " + (failing.size() - 1) + " more)" : "")
                + "; the version before, " + back.brief() + ", judges again");
    }

    /** Asks what a crash left unasked; empty where all is well. */
    synchronized Optional<String> guardLeft() {
        Optional<ActiveEvent.Activated> left = active.unguarded();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        FileSet now = active.files();
        FileSet before = active.before(active.standing());
        try {
            guard(left.get(), looks.guard().expect(before, now), before, now);
            return Optional.empty();
        } catch (Problem undone) {
            return Optional.of(String.valueOf(undone.getMessage()));
        }
    }

    /**
     * Proposes that an earlier version judge again.
     *
     * @param digits first ones of its sum
     */
    public ChangeProposal rollback(String digits, boolean urgent, String by, String reason) {
        ActiveVersion earlier = active.find(digits);
        if (earlier.version().sha256().equals(active.standing().version().sha256())) {
            throw Problem.refused("Expected an earlier version of the rules, but "
                    + earlier.version().brief() + " is active");
        }
        Draft draft = drafts.restore(earlier, by, reason);
        return propose(draft.id(), records.now(), urgent, by, reason);
    }
}
