package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Decision;
import dev.vesper.testing.AttackTry;
import dev.vesper.testing.AttackTry.Act;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Attacks four eyes: random people, under random spellings, propose, approve, leave single orders out, reject, take, give back,
 * ask, reply and hand on in random order, while the firm changes who belongs to which group. Whatever they do, an approval that stands has a maker and
 * as many checkers as are needed, all different people, none linked to another by a chain of delegations, and every one of the
 * checkers approved exactly what is left to be executed.
 */
class FourEyesAttackTest {
    /** The sum of the whole proposal. */
    private static final String WHOLE = "p".repeat(64);

    private static final ApprovalsNeeded NEEDED = new ApprovalsNeeded(
            List.of(
                    new ApprovalStep(1, ApprovalStep.CHECKERS, 1),
                    new ApprovalStep(2, ApprovalStep.CHECKERS, 1),
                    new ApprovalStep(3, "risk", 1)),
            List.of());

    @Provide
    Arbitrary<List<AttackTry>> tries() {
        return AttackTry.sequences();
    }

    @Provide
    Arbitrary<List<Integer>> groups() {
        return AttackTry.groups();
    }

    private final ApprovalTasks rules = new ApprovalTasks();

    @Property(tries = 3_000)
    void noSequenceBringsAnApprovalThatFewerPeopleGaveThanItNeeds(
            @ForAll("tries") List<AttackTry> tries, @ForAll("groups") List<Integer> member) {
        List<Integer> now = new ArrayList<>(member);
        List<FourEyesEvent> events = new ArrayList<>();
        ApprovalState state = rules.initial();
        List<String> gave = new ArrayList<>();
        for (AttackTry one : tries) {
            if (one.act() == Act.REGROUP) {
                now.set(one.who(), one.regrouped());
                continue;
            }
            People people = AttackTry.people(now);
            if (rules.decide(state, command(one, people, state))
                    instanceof Decision.Accepted<FourEyesEvent>(List<FourEyesEvent> accepted)) {
                for (FourEyesEvent event : accepted) {
                    mustBeAllowed(state, event, people);
                    state = rules.apply(state, event);
                    events.add(event);
                    note(event, gave);
                }
            }
        }
        assertEquals(state, rules.replay(events), "what is stored gives the same");
        if (state.answers() instanceof FourEyesState.Approved approved) {
            assertEquals(
                    NEEDED.steps().stream().map(ApprovalStep::number).toList(),
                    approved.by().stream().map(GivenApproval::step).sorted().toList());
            assertEquals(NEEDED.steps().size() + 1, gave.size());
            events.stream()
                    .filter(FourEyesEvent.Approved.class::isInstance)
                    .map(event -> ((FourEyesEvent.Approved) event).proposal())
                    .forEach(sum -> assertEquals(approved.proposal(), sum, "every checker approved what is executed"));
            List<String> out = approved.leftOut().stream()
                    .flatMap(left -> left.orders().stream())
                    .toList();
            assertEquals(
                    WHOLE + out.stream().map(order -> "-" + order).collect(Collectors.joining()),
                    approved.proposal(),
                    "it is bound to what is left");
            assertEquals(out.size(), out.stream().distinct().count());
            approved.leftOut()
                    .forEach(left -> assertTrue(
                            left.by().equals(gave.get(0)) || left.by().equals(gave.get(1)),
                            () -> left + " by neither of the first two of " + gave));
        }
        boolean delegated = events.stream().anyMatch(TaskEvent.Delegated.class::isInstance);
        Statistics.label("reached")
                .collect(gave.size() + " answered" + (delegated ? " with a delegation" : ""))
                .coverage(reached -> {
                    reached.check(NEEDED.steps().size() + 1 + " answered").count(often -> often > 5);
                    reached.check(NEEDED.steps().size() + " answered with a delegation")
                            .count(often -> often > 20);
                });
        for (int i = 0; i < gave.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(PersonName.same(gave.get(i), gave.get(j)), gave::toString);
                assertFalse(chain(events, gave.get(i), gave.get(j)), () -> gave + " " + events);
            }
        }
    }

    /** What is looked at apart from the rules: groups, the holder, and that the maker asks nobody. */
    private static void mustBeAllowed(ApprovalState state, FourEyesEvent event, People people) {
        if (event instanceof FourEyesEvent.Approved approved) {
            assertTrue(people.in(approved.checker(), approved.group()), event::toString);
            String task = seat(approved.step()).task();
            state.handling()
                    .holder(task)
                    .ifPresent(holder -> assertTrue(PersonName.same(holder, approved.checker()), event::toString));
        }
        if (event instanceof FourEyesEvent.Proposed proposed) {
            assertTrue(people.in(proposed.maker(), People.MAKERS), event::toString);
        }
        if (event instanceof FourEyesEvent.LeftOut left) {
            assertTrue(
                    people.in(
                            left.by(),
                            left.step() == 0 ? People.MAKERS : seat(left.step()).group()),
                    event::toString);
        }
        if (event instanceof TaskEvent.Delegated delegated) {
            assertFalse(PersonName.same(delegated.by(), delegated.to()), event::toString);
            assertTrue(people.known() && !delegated.to().contains("mallory"), event::toString);
        }
    }

    private static void note(FourEyesEvent event, List<String> gave) {
        if (event instanceof FourEyesEvent.Proposed proposed) {
            gave.add(proposed.maker());
        } else if (event instanceof FourEyesEvent.Approved approved) {
            gave.add(approved.checker());
        }
    }

    /** Whether a chain of delegations leads from one to the other: a plain closure, unlike the search of the rules. */
    private static boolean chain(List<FourEyesEvent> events, String one, String other) {
        boolean[][] near = new boolean[AttackTry.PEOPLE.size()][AttackTry.PEOPLE.size()];
        for (FourEyesEvent event : events) {
            if (event instanceof TaskEvent.Delegated delegated) {
                near[index(delegated.by())][index(delegated.to())] = true;
                near[index(delegated.to())][index(delegated.by())] = true;
            }
        }
        for (int k = 0; k < near.length; k++) {
            for (int i = 0; i < near.length; i++) {
                for (int j = 0; j < near.length; j++) {
                    near[i][j] |= near[i][k] && near[k][j];
                }
            }
        }
        return near[index(one)][index(other)];
    }

    private static int index(String name) {
        for (int i = 0; i < AttackTry.PEOPLE.size(); i++) {
            if (PersonName.same(AttackTry.PEOPLE.get(i).getFirst(), name)) {
                return i;
            }
        }
        throw new AssertionError("Expected somebody who is known, but got " + name);
    }

    private static TaskSeat seat(int number) {
        return number == 0
                ? new TaskSeat("propose-trades", People.MAKERS, false)
                : new TaskSeat(
                        "approve-trades-" + number,
                        NEEDED.steps().get(number - 1).group(),
                        true);
    }

    /** What is asked about now: the sum of the rest. */
    private static String now(ApprovalState state) {
        return state.answers() instanceof FourEyesState.AwaitingChecker waiting ? waiting.proposal() : WHOLE;
    }

    private static TaskCommand command(AttackTry one, People people, ApprovalState state) {
        TaskSeat seat = seat(one.seat());
        String sum = now(state);
        LeavingOut without = new LeavingOut(List.of("o" + one.whom()), "why", sum + "-o" + one.whom());
        return switch (one.act()) {
            case PROPOSE ->
                new TaskCommand.Answer(seat(0), new FourEyesCommand.Propose(one.by(), WHOLE, NEEDED, people), "");
            case LEAVE_OUT ->
                one.seat() == 0
                        ? new TaskCommand.Answer(
                                seat, new FourEyesCommand.Propose(one.by(), WHOLE, NEEDED, people, without), "")
                        : new TaskCommand.Answer(
                                seat, new FourEyesCommand.Approve(one.by(), sum, one.seat(), people, without), "");
            case ANSWER ->
                one.seat() == 0
                        ? new TaskCommand.Answer(seat, new FourEyesCommand.Propose(one.by(), WHOLE, NEEDED, people), "")
                        : new TaskCommand.Answer(
                                seat,
                                // of those who look like somebody else some saw the whole, and not what is left
                                new FourEyesCommand.Approve(
                                        one.by(), one.spelling() == 3 ? WHOLE : sum, one.seat(), people),
                                "");
            case CLAIM -> new TaskCommand.Claim(seat, one.by(), OptionalInt.empty(), people);
            case GIVE_BACK -> new TaskCommand.GiveBack(seat, one.by(), "why", people);
            case ASK -> new TaskCommand.Ask(seat, one.by(), "why?", people);
            case REPLY -> new TaskCommand.Reply(seat, one.by(), "so", people);
            case CLAIM_SEEN ->
                one.rejects()
                        ? new TaskCommand.Answer(seat, new FourEyesCommand.Reject(one.by(), "no", people), "")
                        : new TaskCommand.Claim(seat, one.by(), OptionalInt.of(one.spelling()), people);
            case DELEGATE -> new TaskCommand.Delegate(seat, one.by(), one.to(), "", people);
            case REGROUP -> throw new AssertionError("the firm does that");
        };
    }

    /** No setting turns four eyes off: the rules take nothing but what happened and who asks. */
    @Property(tries = 1)
    void nothingCanBeSetThatTurnsFourEyesOff() {
        assertEquals(1, ApprovalTasks.class.getConstructors().length);
        assertEquals(0, ApprovalTasks.class.getConstructors()[0].getParameterCount());
        assertEquals(0, FourEyes.class.getConstructors()[0].getParameterCount());
        for (Class<?> command : TaskCommand.class.getPermittedSubclasses()) {
            for (RecordComponent part : command.getRecordComponents()) {
                assertTrue(
                        part.getType() != boolean.class || part.getName().equals("yes"),
                        () -> command + " has a switch: " + part);
            }
        }
    }
}
