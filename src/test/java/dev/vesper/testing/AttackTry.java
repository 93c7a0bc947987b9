package dev.vesper.testing;

import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One thing that somebody tries with the approval of a day's trades, for example {@code " Carol "} who hands the second
 * approval to {@code ＢＥＮ}.
 *
 * @param who index of a person
 * @param whom index of another person, or of an order
 * @param spelling of both, 0 to 3
 * @param seat 0 for the proposal, else the number of an approval
 */
public record AttackTry(Act act, int who, int whom, int spelling, int seat) {
    /** What is tried. */
    public enum Act {
        /** A yes to the proposal, whatever the seat. */
        PROPOSE,
        /** A yes to the seat. */
        ANSWER,
        CLAIM,
        GIVE_BACK,
        ASK,
        REPLY,
        /** Takes it as a version of it was seen; of the first person it is a no instead. */
        CLAIM_SEEN,
        DELEGATE,
        /** The firm changes somebody's groups. */
        REGROUP,
        /** A yes without one order. */
        LEAVE_OUT
    }

    /** Of each person two spellings, the second of which only looks like the first, or differs in case; the last is nobody's. */
    public static final List<List<String>> PEOPLE = List.of(
            List.of("alice", "ALICE"),
            List.of("ben", "ＢＥＮ"),
            List.of("carol", " Carol "),
            List.of("dora", "DORA"),
            List.of("erin", "Erin"),
            List.of("finn", "finn"),
            List.of("mallory", "vesper"));

    /** Whom no group names. */
    public static final int NOBODY = PEOPLE.size() - 1;

    /** A person's groups are a sum: 1 for the first, 2 for the second, 4 for the third. */
    public static final List<String> GROUPS = List.of(People.MAKERS, ApprovalStep.CHECKERS, "risk");

    private static final int ALL_GROUPS = 7;
    /** The fewest of a sequence. */
    public static final int SHORTEST = 5;

    private static final int LONGEST = 60;

    /** Answers and delegations come more often than the rest. */
    private static final List<Act> OFTEN = List.of(
            Act.PROPOSE,
            Act.ANSWER,
            Act.ANSWER,
            Act.ANSWER,
            Act.ANSWER,
            Act.CLAIM,
            Act.GIVE_BACK,
            Act.ASK,
            Act.REPLY,
            Act.CLAIM_SEEN,
            Act.DELEGATE,
            Act.DELEGATE,
            Act.REGROUP,
            Act.LEAVE_OUT,
            Act.LEAVE_OUT);

    /** Sequences of them. */
    public static Arbitrary<List<AttackTry>> sequences() {
        return Combinators.combine(
                        Arbitraries.of(OFTEN),
                        Arbitraries.integers().between(0, NOBODY),
                        Arbitraries.integers().between(0, NOBODY),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3))
                .as(AttackTry::new)
                .list()
                .ofMinSize(SHORTEST)
                .ofMaxSize(LONGEST);
    }

    /** A sequence where no jqwik draws. */
    public static List<AttackTry> sequence(Random random) {
        return Stream.generate(() -> new AttackTry(
                        OFTEN.get(random.nextInt(OFTEN.size())),
                        random.nextInt(PEOPLE.size()),
                        random.nextInt(PEOPLE.size()),
                        random.nextInt(4),
                        random.nextInt(4)))
                .limit(random.nextInt(SHORTEST, LONGEST + 1))
                .toList();
    }

    /** The groups of each person at the beginning. */
    public static Arbitrary<List<Integer>> groups() {
        return Arbitraries.integers().between(1, ALL_GROUPS).list().ofSize(PEOPLE.size());
    }

    /** The same where no jqwik draws. */
    public static List<Integer> groups(Random random) {
        return Stream.generate(() -> random.nextInt(1, ALL_GROUPS + 1))
                .limit(PEOPLE.size())
                .toList();
    }

    /** Whether it is a yes or a no. */
    public boolean answers() {
        return rejects() || act == Act.PROPOSE || act == Act.ANSWER || act == Act.LEAVE_OUT;
    }

    /** Whether somebody says no. */
    public boolean rejects() {
        return act == Act.CLAIM_SEEN && who == 0 && spelling == 0;
    }

    /** The groups that {@link #who} has after {@link Act#REGROUP}. */
    public int regrouped() {
        return seat + spelling + 1;
    }

    /** The name that is given. */
    public String by() {
        return PEOPLE.get(who).get(spelling % 2);
    }

    /** The name of the other one. */
    public String to() {
        return PEOPLE.get(whom).get(spelling / 2);
    }

    /** The firm's people, where each belongs to these groups. */
    public static People people(List<Integer> member) {
        TreeMap<String, List<String>> groups = new TreeMap<>();
        for (int group = 0; group < GROUPS.size(); group++) {
            List<String> names = new ArrayList<>();
            for (int person = 0; person < NOBODY; person++) {
                if ((member.get(person) >> group & 1) == 1) {
                    names.add(PEOPLE.get(person).getFirst());
                }
            }
            groups.put(GROUPS.get(group), names);
        }
        return new People(groups);
    }
}
