package dev.vesper.desk.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.run.FileSet;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryHistory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change of the rules: proposed by those who wrote it, agreed to by those who did not, active at its time. */
class RuleChangesTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final String TABLE = "limits/position-weight.dmn";

    private Instant now = NOON;
    private final Memory memory = new Memory();
    private final MemoryHistory history = new MemoryHistory();
    private final ActiveRules active = new ActiveRules(memory.eventLog, history, memory, () -> now);
    private List<Finding> findings = List.of();
    private Checkers.Asked checkers = new Checkers.Asked(1, "row 5");
    private Checkers.Asked byEffect = new Checkers.Asked(2, "row 8");
    private ReplayEffect effect = ReplayEffect.NO_DAY;
    private Runnable meanwhile = () -> {};
    private final List<String> replayed = new ArrayList<>();
    private List<String> failing = List.of();
    private Optional<Problem> unloaded = Optional.empty();
    private Optional<Error> killed = Optional.empty();
    private final List<String> asked = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private Optional<Problem> unwritable = Optional.empty();
    private RuleChanges changes = changes();
    private final List<String> said = new ArrayList<>();
    private ProposalWay way = way();

    @BeforeEach
    void adopt() {
        active.adopt(() -> files("25 %"));
    }

    private RuleChanges changes() {
        ChangeRecords records = new ChangeRecords(new ChangeLog(memory.eventLog), active, memory, () -> now);
        ActiveFolder folder = new ActiveFolder() {
            @Override
            public FileSet read() {
                return files("25 %");
            }

            @Override
            public void announce(RulesVersion next) {
                written.add("announced " + next);
                unwritable.ifPresent(why -> {
                    throw why;
                });
            }

            @Override
            public List<String> write(FileSet before, FileSet after) {
                written.add(text(before) + " becomes " + text(after));
                return List.of();
            }
        };
        return new RuleChanges(
                records,
                new Drafts(records, history),
                history,
                new RuleChanges.Looks(
                        (_, _) -> findings,
                        (_, _, _, shown) -> shown.made() ? byEffect : checkers,
                        (_, _) -> List.of(),
                        (_, _, _) -> new byte[0],
                        new EffectOfChange() {
                            @Override
                            public int days() {
                                return effect.recorded();
                            }

                            @Override
                            public ReplayEffect of(FileSet before, FileSet after) {
                                replayed.add(text(before) + " beside " + text(after));
                                meanwhile.run();
                                return effect;
                            }
                        },
                        (before, after) -> new Guard.Expected() {
                            @Override
                            public int asked() {
                                return 3;
                            }

                            @Override
                            public List<String> failing() {
                                killed.ifPresent(death -> {
                                    throw death;
                                });
                                unloaded.ifPresent(why -> {
                                    throw why;
                                });
                                asked.add(text(active.files()));
                                return failing;
                            }
                        },
                        (base, now, draft, keep) -> new MergeRules.Merged(
                                keep == MergeConflict.Keep.ACTIVE ? now : draft,
                                text(now).equals("20 %")
                                        ? List.of(
                                                new MergeConflict(TABLE, "2", "limit", "25 %", text(now), text(draft)))
                                        : List.of())),
                folder,
                proposed -> proposed.plus(Duration.ofDays(7)));
    }

    private ProposalWay way() {
        return new ProposalWay(
                changes, new ChangeRecords(new ChangeLog(memory.eventLog), active, memory, () -> now), said::add);
    }

    /** What a process does at the time of each proposal that is on its way. */
    private List<String> driven() {
        said.clear();
        for (ProposalWay.Proposed one : way.open()) {
            if (way.checked(one).equals(Optional.of(ProposalWay.Step.AGREED)) && way.due(one)) {
                way.activate(one);
            }
        }
        return List.copyOf(said);
    }

    private static FileSet files(String limit) {
        return new FileSet(Map.of(
                TABLE, limit.getBytes(StandardCharsets.UTF_8), "required.txt", TABLE.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(FileSet files) {
        return new String(RuleNames.bytes(files, TABLE), StandardCharsets.UTF_8);
    }

    /** Anna writes a limit of so much, and proposes it. */
    private String proposed(String limit, Instant from, boolean urgent) {
        Draft draft = changes.drafts().begin("To " + limit, "Anna");
        changes.drafts().replace(draft.id(), files(limit), draft.now().brief(), "Anna", "");
        changes.propose(draft.id(), from, urgent, "Anna", "the board");
        return draft.id();
    }

    private List<AuditAction> audited() {
        return memory.audit.stream().map(AuditLog.Row::action).toList();
    }

    private void denied(Runnable act, String why) {
        int before = memory.audit.size();
        Problem denied = assertThrows(Problem.class, act::run);
        assertEquals(Problem.Kind.REFUSED, denied.kind());
        assertTrue(String.valueOf(denied.getMessage()).contains(why), denied.getMessage());
        assertEquals(before + 1, memory.audit.size(), "what is refused is recorded");
        assertEquals(AuditAction.RULE_CHANGE_DENIED, audited().getLast());
    }

    @Test
    void whatAnotherPersonAgreedToBecomesActive() {
        String id = proposed("20 %", now, false);
        assertEquals("25 %", text(active.files()));
        assertEquals(Draft.State.APPROVED, changes.approve(id, 1, "", "Ben", "").state());
        assertEquals("25 %", text(active.files()), "nobody has activated it");
        assertEquals(List.of(), changes.activate(id, "Ben"));
        assertEquals("20 %", text(active.files()));
        assertEquals(Draft.State.ACTIVATED, changes.drafts().find(id).state());
        assertEquals(active.standing().version().commit(), history.lines.get("main"));
        assertFalse(history.lines.containsKey("drafts/" + id));
        assertEquals(List.of("announced " + active.standing().version(), "25 % becomes 20 %"), written);
        AuditLog.Row row = memory.audit.get(memory.audit.size() - 2);
        assertEquals(AuditAction.RULES_ACTIVATED, row.action());
        assertEquals(AuditAction.RULES_GUARDED, audited().getLast());
        assertEquals(List.of("20 %"), asked, "what judges is asked, not what is proposed");
        assertTrue(row.detail().contains("by Anna, checked by Ben"), row.detail());
    }

    @Test
    void noMakerChecksUnderWhicheverSpelling() {
        Draft draft = changes.drafts().begin("Tighter", "Anna");
        Draft one =
                changes.drafts().replace(draft.id(), files("20 %"), draft.now().brief(), "Bea", "");
        Draft two =
                changes.drafts().replace(draft.id(), files("15 %"), one.now().brief(), "Cara", "");
        changes.drafts().undo(draft.id(), two.now().brief(), "Dora");
        changes.propose(draft.id(), now, false, "Finn", "the board");
        for (String maker : List.of("Anna", " ANNA ", "bea", "Cara", "Dora", "Finn")) {
            denied(() -> changes.approve(draft.id(), 1, "", maker, ""), "somebody who wrote none of it");
        }
        denied(() -> changes.approve(draft.id(), 1, "", "Аnna", ""), "Expected a person's name"); // a Cyrillic A
        assertEquals(Draft.State.PROPOSED, changes.drafts().find(draft.id()).state());
    }

    @Test
    void secondCheckerMustDiffer() {
        checkers = new Checkers.Asked(2, "the strictest way");
        String id = proposed("20 %", now, false);
        assertEquals(Draft.State.PROPOSED, changes.approve(id, 1, "", "Ben", "").state());
        denied(() -> changes.approve(id, 1, "", "BEN", ""), "another checker");
        denied(() -> changes.activate(id, "Ben"), "1 checker did not yet");
        assertEquals(
                Draft.State.APPROVED, changes.approve(id, 1, "", "Carol", "").state());
        denied(() -> changes.approve(id, 1, "", "Dora", ""), "all who are needed have agreed");
    }

    @Test
    void aProposalThatNotAllAgreedToInTimeIsOverAndMayBeMadeAnew() {
        checkers = new Checkers.Asked(2, "the strictest way");
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        ProposalWay.Proposed one = new ProposalWay.Proposed(id, 1);
        Instant until = changes.proposal(id).orElseThrow().until();
        assertEquals(now.plus(Duration.ofDays(7)), until);
        now = until.minusMillis(1);
        assertEquals(Optional.empty(), way.expired(one), "whoever rings early is told to wait");
        now = until;
        denied(() -> changes.approve(id, 1, "", "Carol", ""), "Expected an answer until " + until);
        assertEquals(Optional.of(ProposalWay.Step.OVER), way.expired(one));
        assertEquals(AuditAction.RULE_CHANGE_EXPIRED, audited().getLast());
        assertTrue(said.getLast().contains("any more: not all agreed until " + until), said::toString);
        assertEquals(Draft.State.OPEN, changes.drafts().find(id).state());
        assertEquals("expired", changes.drafts().find(id).steps().getLast().act());
        int rows = memory.audit.size();
        assertEquals(Optional.of(ProposalWay.Step.OVER), way.expired(one), "twice is once");
        assertEquals(rows, memory.audit.size());
        assertEquals(2, changes.propose(id, now, false, "Anna", "once more").number());
    }

    @Test
    void whatAllAgreedToWaitsForItsTimeHoweverLong() {
        String id = proposed("20 %", now.plus(Duration.ofDays(30)), false);
        changes.approve(id, 1, "", "Ben", "");
        now = now.plus(Duration.ofDays(30));
        assertEquals(Optional.of(ProposalWay.Step.AGREED), way.expired(new ProposalWay.Proposed(id, 1)));
        assertEquals(List.of("the rules of " + id + " (To 20 %) are active"), driven());
    }

    /** Nobody was up to write it down: the next who proposes does. */
    @Test
    void whatIsOverUnnoticedIsWrittenDownWithTheNextProposal() {
        String id = proposed("20 %", now, false);
        now = now.plus(Duration.ofDays(8));
        changes.propose(id, now, false, "Anna", "once more");
        assertEquals(
                List.of("proposed", "expired", "proposed"),
                changes.drafts().find(id).steps().stream()
                        .map(Draft.Step::act)
                        .skip(2)
                        .toList());
    }

    @Test
    void whatHasChangedSinceIsNotWhatSomebodyAgreedTo() {
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        Draft draft = changes.drafts().find(id);
        changes.drafts().replace(id, files("99 %"), draft.now().brief(), "Anna", "");
        denied(() -> changes.activate(id, "Ben"), "it is not proposed");
        denied(() -> changes.approve(id, 1, "", "Carol", ""), "maybe it was written to since");
        changes.propose(id, now, false, "Anna", "looser");
        denied(() -> changes.approve(id, 1, "", "Carol", ""), "proposal 1 is over and 2 waits");
        denied(() -> changes.activate(id, "Ben"), "1 checker did not yet");
    }

    @Test
    void whatIsFoundAnewStandsAgainstIt() {
        String id = proposed("20 %", now, false);
        String seen = changes.shown(id, false).sum();
        findings = List.of(finding(Finding.Severity.WARNING));
        denied(() -> changes.approve(id, 1, seen.substring(0, 12), "Ben", ""), "has changed since you looked");
        denied(() -> changes.approve(id, 1, "", "Ben", ""), "is another by now");
        findings = List.of();
        changes.approve(id, 1, seen.substring(0, 12), "Ben", "");
        findings = List.of(finding(Finding.Severity.ERROR));
        denied(() -> changes.activate(id, "Ben"), "there is 1 error: limits/position-weight.dmn:3: it is broken");
        assertEquals("25 %", text(active.files()));
    }

    private static Finding finding(Finding.Severity severity) {
        return new Finding(severity, TABLE, 3, 0, "", "broken", "it is broken", new TreeMap<>());
    }

    @Test
    void whatHasAnErrorIsNotProposed() {
        Draft draft = changes.drafts().begin("Broken", "Anna");
        denied(() -> changes.propose(draft.id(), now, false, "Anna", "why"), "its files are those it was begun on");
        changes.drafts().replace(draft.id(), files("x"), draft.now().brief(), "Anna", "");
        denied(() -> changes.propose(draft.id(), now, false, "Anna", " "), "a reason");
        findings = List.of(finding(Finding.Severity.ERROR));
        denied(() -> changes.propose(draft.id(), now, false, "Anna", "why"), "there is 1 error");
    }

    @Test
    void ofTwoChangesOfOneVersionTheSecondIsProposedAnew() {
        String one = proposed("20 %", now, false);
        String two = proposed("15 %", now, false);
        changes.approve(one, 1, "", "Ben", "");
        changes.approve(two, 1, "", "Ben", "");
        changes.activate(one, "Ben");
        denied(() -> changes.activate(two, "Ben"), "is another by now");
        changes.withdraw(two, "Anna", "another came first");
        denied(() -> changes.propose(two, now, false, "Anna", "why"), "rules draft merge brings the two together");
        denied(() -> changes.activate(one, "Ben"), "was activated");
        Draft done = changes.drafts().find(one);
        denied(() -> changes.drafts().replace(one, files("99 %"), done.now().brief(), "Anna", ""), "was activated");
        assertEquals(2, active.all().size());
    }

    @Test
    void aNoEndsAProposalAndTheDraftStays() {
        String id = proposed("20 %", now, false);
        denied(() -> changes.reject(id, 1, "Ben", " "), "a reason");
        assertEquals(Draft.State.OPEN, changes.reject(id, 1, "Ben", "too tight").state());
        denied(() -> changes.approve(id, 1, "", "Carol", ""), "the draft is not proposed");
        changes.propose(id, now, false, "Anna", "the board insists");
        assertEquals(
                Draft.State.APPROVED, changes.approve(id, 2, "", "Carol", "").state());
        changes.withdraw(id, "Anna", "wait");
        denied(() -> changes.activate(id, "Ben"), "it is not proposed");
    }

    @Test
    void itsTimeComesByItself() {
        String id = proposed("20 %", NOON.plusSeconds(3600), true);
        changes.approve(id, 1, "", "Ben", "");
        denied(() -> changes.activate(id, "Ben"), "from 2018-04-11T13:00:00Z on");
        assertEquals(List.of(), driven());
        now = NOON.plusSeconds(3600);
        assertEquals(List.of("the rules of " + id + " (To 20 %) are active"), driven());
        assertEquals(List.of(), driven());
        assertTrue(active.standing().urgent());
        assertEquals("vesper", active.standing().by());
    }

    @Test
    void whatCannotBecomeActiveAtItsTimeIsToldOnce() {
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        findings = List.of(finding(Finding.Severity.ERROR));
        assertTrue(driven().getFirst().contains("are not active"));
        assertEquals(List.of(), driven());
    }

    @Test
    void goingBackIsAChangeThatNeedsAChecker() {
        String first = active.standing().version().brief();
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        changes.activate(id, "Ben");
        ChangeProposal back = changes.rollback(first, true, "Ben", "too tight");
        assertEquals("20 %", text(active.files()));
        denied(() -> changes.approve(back.draft(), 1, "", "Ben", ""), "somebody who wrote none of it");
        changes.approve(back.draft(), 1, "", "Anna", "");
        changes.activate(back.draft(), "Anna");
        assertEquals("25 %", text(active.files()));
        assertEquals(first, active.standing().version().brief());
        assertEquals(
                List.of(1, 2, 3),
                active.all().stream().map(ActiveVersion::number).toList());
        assertThrows(Problem.class, () -> changes.rollback(first, false, "Ben", "again"));
        assertTrue(assertThrows(Problem.class, () -> changes.rollback("0123456789", false, "Ben", "?"))
                .unknown());
    }

    @Test
    void aCrashBeforeTheStoreChangesNothingAndAfterItIsFinished() {
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        unwritable = Optional.of(Problem.unavailable("the disk is full"));
        assertThrows(Problem.class, () -> changes.activate(id, "Ben"));
        assertEquals("25 %", text(active.files()));
        unwritable = Optional.empty();
        changes = changes();
        changes.activate(id, "Ben");
        assertEquals("20 %", text(active.files()));
    }

    @Test
    void anActivationThatNobodyDecidedIsForged() {
        forge(new ActiveEvent.Activated("D-9", 1, "c", "ff", "not what is active", false, NOON, "Eve", true));
        assertTrue(String.valueOf(assertThrows(Problem.class, active::standing).getMessage())
                .contains("maybe it was forged"));
        assertThrows(Problem.class, () -> changes.drafts().begin("x", "Anna"));
    }

    private void forge(ActiveEvent event) {
        memory.append(
                NOON,
                "Eve",
                AuditAction.RULES_ACTIVATED,
                "rules",
                "",
                false,
                new Append<>(new StreamId<>(ActiveEvent.class, "active-rules"), 1, List.of(event)));
    }

    @Test
    void anAgreementOfAMakerThatWasPutIntoTheStoreIsForged() {
        String id = proposed("20 %", now, false);
        int events = changes.drafts().find(id).steps().size();
        memory.append(
                NOON,
                "Anna",
                AuditAction.RULE_CHANGE_APPROVED,
                "rules/" + id,
                "",
                false,
                new Append<>(
                        new StreamId<>(ChangeEvent.class, "rule-changes/" + id),
                        events,
                        List.of(new ChangeEvent.Approved(1, "ANNA", ""))));
        assertTrue(String.valueOf(assertThrows(Problem.class, () -> changes.activate(id, "Ben"))
                        .getMessage())
                .contains("maybe it was forged"));
    }

    private static ReplayEffect loosened(int orders) {
        return new ReplayEffect(5, 5, 100, 0, 0, orders, 0, 0, 0, 0, List.of(), "");
    }

    @Test
    void whatTheReplayShowsIsPartOfWhatIsAsked() {
        effect = loosened(7);
        String id = proposed("40 %", now, false);
        assertEquals(List.of("25 % beside 40 %"), replayed);
        assertEquals(2, changes.proposal(id).orElseThrow().checkers());
        assertEquals("row 8", changes.shown(id, false).because());
        String seen = changes.shown(id, false).sum();
        AuditLog.Row row = memory.audit.getLast();
        assertTrue(row.detail().contains("100 orders of 5 recorded days: 7 newly allowed"), row.detail());
        effect = loosened(1); // another day was judged meanwhile: what was shown stays
        assertEquals(seen, changes.shown(id, false).sum());
        assertEquals(loosened(7), changes.proposal(id).orElseThrow().effect());
        changes.approve(id, 1, seen, "Ben", "");
        changes.approve(id, 1, seen, "Carol", "");
        changes.activate(id, "Ben");
        assertEquals(1, replayed.size(), "nothing is replayed but for the proposal");
    }

    @Test
    void whatWasWrittenWhileDaysWereReplayedIsNotProposed() {
        Draft draft = changes.drafts().begin("Looser", "Anna");
        Draft one =
                changes.drafts().replace(draft.id(), files("40 %"), draft.now().brief(), "Anna", "");
        meanwhile = () ->
                changes.drafts().replace(draft.id(), files("99 %"), one.now().brief(), "Bea", "");
        Problem denied = assertThrows(Problem.class, () -> changes.propose(draft.id(), now, false, "Anna", "why"));
        assertTrue(String.valueOf(denied.getMessage()).contains("as they were when the replay began"));
        assertEquals(AuditAction.RULE_CHANGE_DENIED, audited().getLast());
        assertTrue(changes.proposal(draft.id()).isEmpty());
    }

    @Test
    void whatWouldBeDeniedIsNotReplayed() {
        Draft draft = changes.drafts().begin("Nothing", "Anna");
        denied(() -> changes.propose(draft.id(), now, false, "Anna", "why"), "its files are those it was begun on");
        assertEquals(List.of(), replayed);
    }

    @Test
    void whatJudgesOtherwiseThanItDidIsTakenBack() {
        String first = active.standing().version().brief();
        String id = proposed("20 %", now, true);
        changes.approve(id, 1, "", "Ben", "");
        failing = List.of("the case \"At the limit\" gets deny", "account ACC1");
        Problem undone = assertThrows(Problem.class, () -> changes.activate(id, "Ben"));
        assertEquals(Problem.Kind.REFUSED, undone.kind());
        assertTrue(String.valueOf(undone.getMessage()).contains("gets deny (and 1 more)"), undone.getMessage());
        assertEquals(List.of("20 %"), asked);
        assertEquals("25 %", text(active.files()));
        assertEquals(first, active.standing().version().brief());
        assertEquals(Draft.State.ROLLED_BACK, changes.drafts().find(id).state());
        assertEquals(
                List.of("25 % becomes 20 %", "20 % becomes 25 %"),
                written.stream().filter(line -> line.contains("becomes")).toList());
        AuditLog.Row row = memory.audit.getLast();
        assertEquals(AuditAction.RULES_ROLLED_BACK, row.action());
        assertTrue(row.detail().startsWith(id + ": the case"), row.detail());
        assertEquals(3, active.all().size());
        assertTrue(active.all().get(1).undone().contains("account ACC1"));
        assertEquals(first, active.at(NOON.minusSeconds(9)).version().brief(), "no run goes by it, urgent or not");
        assertEquals(first, active.at(NOON.plusSeconds(9)).version().brief());
        assertEquals(List.of(), driven());
        denied(() -> changes.activate(id, "Ben"), "was activated");
        failing = List.of();
        String next = proposed("22 %", now, false);
        changes.approve(next, 1, "", "Ben", "");
        changes.activate(next, "Ben");
        assertEquals("22 %", text(active.files()));
    }

    @Test
    void whatCannotBeLoadedIsTakenBack() {
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        unloaded = Optional.of(Problem.refused("rules/compliance/no-short.drl is not trusted"));
        assertTrue(driven().getFirst().contains("could not be loaded"));
        assertEquals("25 %", text(active.files()));
    }

    @Test
    void whatACrashLeftUnaskedIsAskedAtTheNextStart() {
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        killed = Optional.of(new Error("kill -9"));
        assertThrows(Error.class, () -> changes.activate(id, "Ben"));
        assertEquals("20 %", text(active.files()));
        killed = Optional.empty();
        failing = List.of("the case \"At the limit\" gets deny");
        changes = changes();
        way = way();
        assertTrue(driven().getFirst().contains("gets deny"));
        assertEquals("25 %", text(active.files()));
        assertEquals(List.of(), driven());
    }

    @Test
    void aRollbackThatNothingWasWrongWithIsForged() {
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        RulesVersion first = active.standing().version();
        changes.activate(id, "Ben"); // and it held
        memory.append(
                NOON,
                "Eve",
                AuditAction.RULES_ROLLED_BACK,
                "rules",
                "",
                false,
                new Append<>(
                        new StreamId<>(ActiveEvent.class, "active-rules"),
                        3,
                        List.of(new ActiveEvent.RolledBack(
                                id,
                                1,
                                first.commit(),
                                first.sha256(),
                                changes.drafts().find(id).now().sha256(),
                                List.of("looser")))));
        assertTrue(String.valueOf(assertThrows(Problem.class, active::standing).getMessage())
                .contains("maybe it was forged"));
    }

    @Test
    void whateverAProcessSaysTheEventsDecide() {
        checkers = new Checkers.Asked(2, "the strictest way");
        String id = proposed("20 %", NOON.plusSeconds(60), false);
        ProposalWay.Proposed one = new ProposalWay.Proposed(id, 1);
        assertEquals(List.of(one), way.open());
        assertEquals(Optional.empty(), way.checked(one));
        changes.approve(id, 1, "", "Ben", "");
        assertEquals(Optional.empty(), way.checked(one), "two are needed");
        assertEquals(ProposalWay.Step.REFUSED, way.activate(one), "a forged yes of the engine");
        assertEquals("25 %", text(active.files()));
        assertEquals(List.of(one), way.open(), "it is on its way all the same");
        changes.approve(id, 1, "", "Carol", "");
        assertEquals(Optional.of(ProposalWay.Step.AGREED), way.checked(one));
        assertFalse(way.due(one));
        assertEquals(ProposalWay.Step.REFUSED, way.activate(one), "a timer that rings too early");
        now = NOON.plusSeconds(60);
        assertEquals(ProposalWay.Step.ACTIVE, way.activate(one));
        assertEquals(ProposalWay.Step.OVER, way.activate(one), "twice is once");
        assertEquals(Optional.of(ProposalWay.Step.OVER), way.checked(one));
        assertEquals(List.of(), way.open());
        assertEquals(ProposalWay.Step.OVER, way.activate(new ProposalWay.Proposed("D-99", 1)));
        assertEquals(ProposalWay.Step.OVER, way.activate(new ProposalWay.Proposed("../x", 1)));
    }

    @Test
    void whatIsWithdrawnRejectedOrWrittenToIsOver() {
        String id = proposed("20 %", now, false);
        changes.approve(id, 1, "", "Ben", "");
        changes.withdraw(id, "Anna", "wait");
        assertEquals(Optional.of(ProposalWay.Step.OVER), way.checked(new ProposalWay.Proposed(id, 1)));
        assertEquals(ProposalWay.Step.OVER, way.activate(new ProposalWay.Proposed(id, 1)));
        changes.propose(id, now, false, "Anna", "again");
        assertEquals(List.of(new ProposalWay.Proposed(id, 2)), way.open());
        changes.reject(id, 2, "Ben", "no");
        assertEquals(List.of(), way.open());
        assertEquals("25 %", text(active.files()));
    }

    /** Two drafts of one version; the first became active. */
    private String behind(String first, String second) {
        String one = proposed(first, now, false);
        String two = proposed(second, now, false);
        changes.approve(one, 1, "", "Ben", "");
        changes.approve(two, 1, "", "Ben", "");
        changes.activate(one, "Ben");
        return two;
    }

    @Test
    void aDraftThatIsBehindIsMergedAndProposedAnew() {
        String two = behind("22 %", "15 %");
        String seen = changes.drafts().find(two).now().brief();
        MergedDraft merged = changes.merge(two, seen, MergeConflict.Keep.NEITHER, "Cara");
        assertTrue(merged.merged());
        assertEquals(active.standing().version(), merged.draft().base());
        assertEquals(List.of("Anna", "Cara"), merged.draft().makers(), "who merged is one of them");
        assertEquals(Draft.State.OPEN, merged.draft().state(), "nobody agreed to what came of it");
        assertEquals(AuditAction.RULE_DRAFT_MERGED, audited().getLast());
        String after = merged.draft().now().brief();
        denied(() -> changes.drafts().undo(two, after, "Anna"), "as it was begun, or merged");
        denied(() -> changes.merge(two, after, MergeConflict.Keep.NEITHER, "Cara"), "of the version that is active");
        changes.propose(two, now, false, "Anna", "the board");
        denied(() -> changes.approve(two, 2, "", "Cara", ""), "somebody who wrote none of it");
        changes.approve(two, 2, "", "Ben", "");
        changes.activate(two, "Ben");
        assertEquals("15 %", text(active.files()));
    }

    @Test
    void whatBothChangedIsNotMergedUnlessSomebodySaysWhoseWordCounts() {
        String two = behind("20 %", "15 %");
        String seen = changes.drafts().find(two).now().brief();
        MergedDraft not = changes.merge(two, seen, MergeConflict.Keep.NEITHER, "Anna");
        assertFalse(not.merged());
        assertEquals(1, not.conflicts().size());
        assertEquals(AuditAction.RULE_CHANGE_DENIED, audited().getLast(), "what is refused is recorded");
        assertTrue(memory.audit.getLast().detail().contains(TABLE + ", row 2, column limit"));
        assertEquals(seen, changes.drafts().find(two).now().brief());
        denied(() -> changes.merge(two, "0123456789ab", MergeConflict.Keep.DRAFT, "Anna"), "written since");
        MergedDraft merged = changes.merge(two, seen, MergeConflict.Keep.DRAFT, "Anna");
        assertTrue(merged.merged());
        assertEquals("15 %", text(changes.drafts().files(two)));
        assertTrue(memory.audit.getLast().detail().contains("the draft one was kept of 1 place"));
    }

    @Test
    void aMergeWithWhatIsNoLaterVersionIsForged() {
        String two = behind("22 %", "15 %");
        Draft draft = changes.drafts().find(two);
        memory.append(
                NOON,
                "Eve",
                AuditAction.RULE_DRAFT_MERGED,
                "rules/" + two,
                "",
                false,
                new Append<>(
                        new StreamId<>(ChangeEvent.class, "rule-changes/" + two),
                        draft.steps().size(),
                        List.of(new ChangeEvent.Merged(
                                draft.base().commit(),
                                draft.base().sha256(),
                                draft.now().commit(),
                                draft.now().sha256(),
                                "Eve",
                                ""))));
        assertThrows(Problem.class, () -> changes.drafts().find(two));
    }
}
