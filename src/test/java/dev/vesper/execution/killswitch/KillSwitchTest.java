package dev.vesper.execution.killswitch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.execution.killswitch.KillCommand.AgreeRelease;
import dev.vesper.execution.killswitch.KillCommand.AskRelease;
import dev.vesper.execution.killswitch.KillCommand.GiveUpRest;
import dev.vesper.execution.killswitch.KillCommand.Press;
import dev.vesper.execution.killswitch.KillCommand.RefuseRelease;
import dev.vesper.execution.killswitch.KillEvent.Pressed;
import dev.vesper.execution.killswitch.KillEvent.ReleaseAsked;
import dev.vesper.execution.killswitch.KillEvent.Released;
import dev.vesper.orders.SlicingStrategy;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Commands in, events out: one person stops, two let it be sent again. */
class KillSwitchTest {
    private static final KillScope VENUE = new KillScope(KillKind.VENUE, "LIT");
    private final KillSwitch switches = new KillSwitch();

    private KillState after(KillEvent... events) {
        return switches.replay(List.of(events));
    }

    private static final Pressed PRESSED = new Pressed("K-1", KillScope.EVERYTHING, "ben", "wrong prices");
    private static final ReleaseAsked ASKED = new ReleaseAsked("K-1", 1, "ben", "they are right");

    private List<KillEvent> accepted(KillState state, KillCommand command) {
        return switch (switches.decide(state, command)) {
            case Decision.Accepted<KillEvent>(List<KillEvent> events) -> events;
            case Decision.Denied<KillEvent>(var refusal) -> throw new AssertionError(refusal.message());
        };
    }

    private String denied(KillState state, KillCommand command) {
        return switch (switches.decide(state, command)) {
            case Decision.Accepted<KillEvent>(List<KillEvent> events) -> throw new AssertionError(events.toString());
            case Decision.Denied<KillEvent>(var refusal) -> refusal.code();
        };
    }

    @Test
    void onePersonStops() {
        assertEquals(
                List.of(PRESSED),
                accepted(KillState.NOTHING, new Press(KillScope.EVERYTHING, " ben ", " wrong prices ")));
    }

    @Test
    void aSecondPressChangesNothingAndRefusesARelease() {
        assertEquals(List.of(), accepted(after(PRESSED), new Press(KillScope.EVERYTHING, "dora", "me too")));
        assertEquals(
                List.of(new KillEvent.ReleaseRefused("K-1", 1, "dora", "not yet")),
                accepted(after(PRESSED, ASKED), new Press(KillScope.EVERYTHING, "dora", "not yet")));
    }

    @Test
    void twoRelease() {
        assertEquals(List.of(ASKED), accepted(after(PRESSED), new AskRelease("K-1", "ben", "they are right")));
        assertEquals(
                "second-person-must-differ",
                denied(after(PRESSED, ASKED), new AgreeRelease("K-1", 1, "BEN", "they are")));
        assertEquals(
                List.of(new Released("K-1", 1, "dora", "I looked")),
                accepted(after(PRESSED, ASKED), new AgreeRelease("K-1", 1, "dora", "I looked")));
    }

    @Test
    void anAnswerIsToOneRequest() {
        KillState again = after(
                PRESSED,
                ASKED,
                new KillEvent.ReleaseRefused("K-1", 1, "dora", "no"),
                new ReleaseAsked("K-1", 2, "emil", "once more"));
        assertEquals("not-asked", denied(again, new AgreeRelease("K-1", 1, "dora", "yes")));
        assertEquals("not-asked", denied(after(PRESSED), new RefuseRelease("K-1", 1, "dora", "no")));
        assertEquals("already-asked", denied(again, new AskRelease("K-1", "dora", "me too")));
        assertEquals(
                1, accepted(again, new AgreeRelease("K-1", 2, "dora", "yes")).size());
    }

    @Test
    void whatIsReleasedStopsNothingAndIsPressedAnewUnderAnotherId() {
        KillState released = after(PRESSED, ASKED, new Released("K-1", 1, "dora", "I looked"));
        assertEquals(List.of(), released.on());
        assertEquals("not-on", denied(released, new AskRelease("K-1", "ben", "again")));
        assertEquals("unknown", denied(released, new AskRelease("K-2", "ben", "again")));
        assertEquals(
                List.of(new Pressed("K-2", KillScope.EVERYTHING, "ben", "again")),
                accepted(released, new Press(KillScope.EVERYTHING, "ben", "again")));
    }

    @Test
    void everyActHasAReasonAndAName() {
        assertEquals("reason-missing", denied(KillState.NOTHING, new Press(VENUE, "ben", "  ")));
        assertEquals("name-missing", denied(KillState.NOTHING, new Press(VENUE, "", "it hangs")));
        assertEquals("name-unclear", denied(KillState.NOTHING, new Press(VENUE, "vesper", "it hangs")));
    }

    @Test
    void aRunGivesUpWhereSomethingIsStopped() {
        assertEquals("nothing-stopped", denied(KillState.NOTHING, new GiveUpRest("2018-04-11-001", "ben", "late")));
        KillState stopped = after(PRESSED);
        List<KillEvent> given = accepted(stopped, new GiveUpRest("2018-04-11-001", "ben", "late"));
        KillState next = switches.apply(stopped, given.getFirst());
        assertTrue(next.givenUp().contains("2018-04-11-001"));
        assertEquals(List.of(), accepted(next, new GiveUpRest("2018-04-11-001", "ben", "late")));
    }

    @Test
    void aScopeStopsWhatItNames() {
        assertTrue(KillScope.EVERYTHING.stops("A1", SlicingStrategy.TWAP, "LIT"));
        assertTrue(KillScope.of(KillKind.ACCOUNT, " A1 ").stops("A1", SlicingStrategy.TWAP, "LIT"));
        assertTrue(!KillScope.of(KillKind.ACCOUNT, "A1").stops("A10", SlicingStrategy.TWAP, "LIT"));
        assertTrue(KillScope.of(KillKind.STRATEGY, "twap").stops("A1", SlicingStrategy.TWAP, "LIT"));
        assertTrue(!KillScope.of(KillKind.STRATEGY, "twap").stops("A1", SlicingStrategy.POV, "LIT"));
        assertTrue(KillScope.of(KillKind.VENUE, "lit").stops("A1", SlicingStrategy.POV, "LIT"));
        assertThrows(Problem.class, () -> KillScope.of(KillKind.VENUE, ""));
        assertThrows(Problem.class, () -> KillScope.of(KillKind.EVERYTHING, "LIT"));
        assertThrows(Problem.class, () -> KillScope.of(KillKind.STRATEGY, "ICEBERG"));
        assertThrows(Problem.class, () -> KillScope.of(KillKind.ACCOUNT, "A\u202e1"));
    }

    @Test
    void aReleaseByOnePersonCannotBeForged() {
        List<KillEvent> forged = List.of(PRESSED, ASKED, new Released("K-1", 1, "ben", "alone"));
        assertThrows(BrokenHistory.class, () -> switches.replay(forged));
        assertThrows(
                BrokenHistory.class,
                () -> switches.replay(List.of(PRESSED, new Released("K-1", 1, "dora", "nobody asked"))));
        assertThrows(BrokenHistory.class, () -> switches.replay(List.of(ASKED)));
        assertThrows(BrokenHistory.class, () -> switches.replay(List.of(PRESSED, PRESSED)));
    }

    @Provide
    Arbitrary<List<KillCommand>> commands() {
        Arbitrary<String> people = Arbitraries.of("ben", "BEN", "dora", "emil", "b\u0435n", " ", "vesper");
        Arbitrary<String> ids = Arbitraries.of("K-1", "K-2", "K-3", "K-9");
        Arbitrary<String> reasons = Arbitraries.of("because", " ");
        Arbitrary<Integer> requests = Arbitraries.integers().between(0, 3);
        Arbitrary<KillScope> scopes = Arbitraries.of(KillScope.EVERYTHING, VENUE);
        return Arbitraries.oneOf(
                        Combinators.combine(scopes, people, reasons).as(Press::new),
                        Combinators.combine(ids, people, reasons).as(AskRelease::new),
                        Combinators.combine(ids, requests, people, reasons).as(AgreeRelease::new),
                        Combinators.combine(ids, requests, people, reasons).as(RefuseRelease::new),
                        Combinators.combine(Arbitraries.of("r1", "r2"), people, reasons)
                                .as(GiveUpRest::new))
                .map(command -> (KillCommand) command)
                .list()
                .ofMaxSize(60);
    }

    /** Whatever is asked by whomever: no release without two people, replay gives the same, and every decided event stands. */
    @Property
    void nothingIsReleasedByOnePerson(@ForAll("commands") List<KillCommand> commands) {
        List<KillEvent> events = new ArrayList<>();
        KillState state = switches.initial();
        for (KillCommand command : commands) {
            if (switches.decide(state, command) instanceof Decision.Accepted<KillEvent>(List<KillEvent> decided)) {
                for (KillEvent event : decided) {
                    state = switches.apply(state, event);
                    events.add(event);
                    if (event instanceof Released released) {
                        String asker = events.reversed().stream()
                                .filter(ReleaseAsked.class::isInstance)
                                .map(ReleaseAsked.class::cast)
                                .filter(asked -> asked.id().equals(released.id()))
                                .findFirst()
                                .orElseThrow()
                                .by();
                        assertTrue(!PersonName.same(asker, released.by()), asker + " and " + released.by());
                    }
                }
            }
        }
        assertEquals(state, switches.replay(events));
        long pressed = events.stream().filter(Pressed.class::isInstance).count();
        long released = events.stream().filter(Released.class::isInstance).count();
        assertEquals(pressed - released, state.on().size());
    }
}
