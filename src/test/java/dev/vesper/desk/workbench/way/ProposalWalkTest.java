package dev.vesper.desk.workbench.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.processes.DrawnChangeFile;
import dev.vesper.desk.diagram.StandingElement;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.desk.workbench.RulesVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proposals on the process of the project as it is drawn: where the events say that they stand. */
class ProposalWalkTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final DrawnChange DRAWN =
            DrawnChangeFile.of(Path.of("processes")).orElseThrow();

    private final List<Draft.Step> steps = new ArrayList<>();
    private final List<String> approvals = new ArrayList<>();
    private Instant now = NOON;

    private void did(String act, String by) {
        now = now.plus(Duration.ofMinutes(1));
        steps.add(new Draft.Step(now, by, act, List.of(), "", act.equals("rejected") ? "too loose" : ""));
        if (act.equals("approved")) {
            approvals.add(by);
        }
    }

    private ProposalPicture picture(Draft.State state) {
        RulesVersion version = new RulesVersion("c0", "ab");
        Draft draft = new Draft("D-1", "To 20 %", state, version, version, List.of("Anna"), steps);
        ChangeProposal asked = new ChangeProposal(
                "D-1",
                1,
                2,
                "the strictest way",
                approvals,
                NOON.plus(Duration.ofHours(6)),
                NOON.plus(Duration.ofDays(7)),
                false,
                "Anna",
                "the board",
                ReplayEffect.NO_DAY,
                "");
        boolean open = state == Draft.State.PROPOSED || state == Draft.State.APPROVED;
        return ProposalWalk.of(draft, open ? Optional.of(asked) : Optional.empty(), Optional.of(DRAWN), now);
    }

    private static List<String> drawn(ProposalPicture picture) {
        return picture.elements().stream()
                .map(one -> one.element() + " " + one.state())
                .toList();
    }

    @Test
    void whatWasNeverProposedHasNoPicture() {
        did("begun", "Anna");
        ProposalPicture none = picture(Draft.State.OPEN);
        assertEquals(0, none.proposal());
        assertEquals("is not proposed", none.sentence());
        assertEquals(List.of(), none.elements());
    }

    @Test
    void aProposalWaitsForASecondCheckerSinceTheFirstAgreed() {
        did("begun", "Anna");
        did("proposed", "Anna");
        assertEquals(
                "waits for 2 checkers since 2018-04-11 12:02:00 UTC, until 2018-04-18 12:00:00 UTC",
                picture(Draft.State.PROPOSED).sentence());
        did("approved", "Ben");
        ProposalPicture second = picture(Draft.State.PROPOSED);
        assertEquals(
                "waits for a second checker since 2018-04-11 12:03:00 UTC (Ben agreed), until 2018-04-18 12:00:00 UTC",
                second.sentence());
        assertEquals(List.of("rules-proposed DONE", "check-rules WAITING", "its-time NEXT"), drawn(second));
        StandingElement people = second.elements().get(1);
        assertEquals("D-1/check-rules-1", people.task());
        assertEquals(second.sentence(), people.says());
        assertEquals(1, second.flows().size());
    }

    @Test
    void whatAllAgreedToWaitsForItsTimeThenForWhoeverLetsItJudge() {
        did("proposed", "Anna");
        did("approved", "Ben");
        did("approved", "Carol");
        ProposalPicture waits = picture(Draft.State.APPROVED);
        assertTrue(waits.sentence().endsWith("waits for its time, 2018-04-11 18:00:00 UTC"), waits.sentence());
        assertEquals(
                List.of(
                        "rules-proposed DONE",
                        "check-rules DONE",
                        "all-agreed DONE",
                        "its-time ACTIVE",
                        "activate-rules NEXT"),
                drawn(waits));
        now = NOON.plus(Duration.ofHours(7));
        List<String> activating = drawn(picture(Draft.State.APPROVED));
        assertEquals(List.of("activate-rules ACTIVE", "rules-judge NEXT"), activating.subList(4, activating.size()));
    }

    @Test
    void howItEndedIsTheEndOfTheWay() {
        did("proposed", "Anna");
        did("approved", "Ben");
        did("approved", "Carol");
        assertEquals("rules-judge DONE", drawn(picture(Draft.State.ACTIVATED)).getLast());
        assertEquals(
                "taken-back REFUSED", drawn(picture(Draft.State.ROLLED_BACK)).getLast());
    }

    @Test
    void whatEndedAProposalIsTheFirstThingThatDid() {
        did("proposed", "Anna");
        did("approved", "Ben");
        did("rejected", "Carol");
        did("edited", "Anna");
        ProposalPicture over = picture(Draft.State.OPEN);
        assertEquals("proposal 1 is over: rejected at 2018-04-11 12:03:00 UTC by Carol (too loose)", over.sentence());
        assertEquals("proposal-over REFUSED", drawn(over).getLast());
        assertTrue(drawn(over).contains("check-rules DONE"));
    }

    @Test
    void whatExpiredWentByTheSideOfThePeople() {
        did("proposed", "Anna");
        did("expired", "vesper");
        ProposalPicture over = picture(Draft.State.OPEN);
        assertEquals("proposal 1 is over: expired at 2018-04-11 12:02:00 UTC", over.sentence());
        assertEquals(
                List.of(
                        "rules-proposed DONE",
                        "check-rules DONE",
                        "time-is-over DONE",
                        "expire-proposal DONE",
                        "all-agreed DONE",
                        "proposal-over REFUSED"),
                drawn(over));
        did("proposed", "Anna");
        assertEquals(2, picture(Draft.State.OPEN).proposal(), "the newest is what is told");
    }

    @Test
    void withoutAFileItIsToldInWords() {
        did("proposed", "Anna");
        RulesVersion version = new RulesVersion("c0", "ab");
        Draft draft = new Draft("D-1", "", Draft.State.OPEN, version, version, List.of("Anna"), steps);
        ProposalPicture words = ProposalWalk.of(draft, Optional.empty(), Optional.empty(), now);
        assertEquals(List.of(), words.elements());
        assertEquals("proposal 1 is over", words.sentence());
    }
}
