package dev.vesper.desk.repair.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.repair.replay.ReplayCommand.Agree;
import dev.vesper.desk.repair.replay.ReplayCommand.Ask;
import dev.vesper.desk.repair.replay.ReplayCommand.Refuse;
import dev.vesper.desk.repair.replay.ReplayEvent.Agreed;
import dev.vesper.desk.repair.replay.ReplayEvent.Asked;
import dev.vesper.desk.repair.replay.ReplayEvent.Lapsed;
import dev.vesper.desk.repair.replay.ReplayEvent.Refused;
import dev.vesper.desk.run.ReplayFrom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands in, events out: one person asks that a day be replayed, another agrees to the very same thing. */
class ReplayRulesTest {
    private static final String RUN = "2018-04-11-001";
    private static final Asked ASKED = asked(1);
    private final ReplayRules rules = new ReplayRules();

    private static Asked asked(int request) {
        return new Asked(RUN, request, ReplayFrom.REBALANCE, "ab12", "anna", "the limit was wrong");
    }

    private static ReplayPlan plan(String refusal) {
        return new ReplayPlan(new RunId(RUN), "rebalance", "waiting", List.of(), List.of(), List.of(), refusal, "ab12");
    }

    private ReplayState after(ReplayEvent... events) {
        return rules.replay(List.of(events));
    }

    private List<ReplayEvent> accepted(ReplayState state, ReplayCommand command) {
        return switch (rules.decide(state, command)) {
            case Decision.Accepted<ReplayEvent>(List<ReplayEvent> events) -> events;
            case Decision.Denied<ReplayEvent>(var refusal) -> throw new AssertionError(refusal.message());
        };
    }

    private String denied(ReplayState state, ReplayCommand command) {
        return switch (rules.decide(state, command)) {
            case Decision.Accepted<ReplayEvent>(List<ReplayEvent> events) ->
                throw new AssertionError(events.toString());
            case Decision.Denied<ReplayEvent>(var refusal) -> refusal.code();
        };
    }

    @Test
    void onePersonAsksAndAnotherAgrees() {
        assertEquals(
                List.of(ASKED),
                accepted(ReplayState.NOTHING, new Ask(plan(""), false, "anna", " the limit was wrong ")));
        assertEquals(
                List.of(new Agreed(RUN, 1, "ben", "")), accepted(after(ASKED), new Agree(RUN, 1, "ab12", "ben", "")));
        ReplayState agreed = after(ASKED, new Agreed(RUN, 1, "ben", ""));
        assertTrue(agreed.of(RUN).agreed());
        assertFalse(agreed.of(RUN).open().isPresent());
    }

    @Test
    void whoAskedDoesNotAgreeByWhateverSpellingButMayTakeItBack() {
        assertEquals("second-person-must-differ", denied(after(ASKED), new Agree(RUN, 1, "ab12", "Anna", "")));
        assertEquals("name-unclear", denied(after(ASKED), new Agree(RUN, 1, "ab12", "аnna", ""))); // a Cyrillic a
        assertEquals(
                List.of(new Refused(RUN, 1, "anna", "a mistake")),
                accepted(after(ASKED), new Refuse(RUN, 1, "anna", "a mistake")));
    }

    @Test
    void nobodyAgreesToWhatWasNotShown() {
        assertEquals("stale", denied(after(ASKED), new Agree(RUN, 1, "cd34", "ben", "")));
        assertEquals("stale", denied(after(ASKED), new Agree(RUN, 1, "", "ben", "")));
        assertEquals("not-asked", denied(after(ASKED), new Agree(RUN, 2, "ab12", "ben", "")));
        assertEquals("not-asked", denied(after(ASKED), new Agree("2018-04-11-002", 1, "ab12", "ben", "")));
        assertEquals("not-asked", denied(ReplayState.NOTHING, new Agree(RUN, 1, "ab12", "ben", "")));
    }

    @Test
    void whatIsNotSoundOrHasNoReasonIsNotAsked() {
        assertEquals("not-sound", denied(ReplayState.NOTHING, new Ask(plan("orders left"), false, "anna", "why")));
        assertEquals("reason-missing", denied(ReplayState.NOTHING, new Ask(plan(""), false, "anna", " ")));
        assertEquals("reason-missing", denied(after(ASKED), new Refuse(RUN, 1, "ben", "")));
    }

    @Test
    void oneRequestForARunUnlessItHasLapsed() {
        assertEquals("already-asked", denied(after(ASKED), new Ask(plan(""), false, "carol", "me too")));
        assertEquals(
                List.of(new Lapsed(RUN, 1), new Asked(RUN, 2, ReplayFrom.REBALANCE, "ab12", "carol", "me too")),
                accepted(after(ASKED), new Ask(plan(""), true, "carol", "me too")));
    }

    @Test
    void aHistoryThatOnePersonWroteIsBroken() {
        for (ReplayEvent[] forged : new ReplayEvent[][] {
            {ASKED, new Agreed(RUN, 1, "ANNA", "")},
            {new Agreed(RUN, 1, "ben", "")},
            {ASKED, asked(2)},
            {asked(2)},
            {ASKED, new Agreed(RUN, 1, "ben", ""), asked(2)},
            {ASKED, new Agreed(RUN, 1, "ben", ""), new Agreed(RUN, 1, "carol", "")},
            {ASKED, new Agreed(RUN, 1, "", "")},
            {new Lapsed(RUN, 1)}
        }) {
            assertThrows(BrokenHistory.class, () -> after(forged), List.of(forged)::toString);
        }
    }

    @Test
    void theStagesAreCalledAsTheirJobs() {
        assertEquals(CheckData.NAME.job(), ReplayFrom.CHECK_DATA.word());
        assertEquals(Rebalance.NAME.job(), ReplayFrom.REBALANCE.word());
    }
}
