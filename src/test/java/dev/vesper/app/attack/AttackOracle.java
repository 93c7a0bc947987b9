package dev.vesper.app.attack;

import dev.vesper.testing.AttackTry;
import dev.vesper.testing.AttackTry.Act;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be done with the approval of one day, told without any rule of Vesper: people are numbers, a delegation is a line
 * between two of them, and of people whom lines connect one counts.
 */
final class AttackOracle {
    /** What becomes of something that is tried. */
    enum Says {
        DONE,
        REFUSED,
        /** There is no such task: nobody did wrong, and nothing is recorded. */
        UNKNOWN
    }

    private static final int NOBODY = -1;
    private static final int MAKERS = 0;

    private final List<Integer> groupOf;
    private final List<Integer> member;
    private final boolean[][] near = new boolean[AttackTry.PEOPLE.size()][AttackTry.PEOPLE.size()];
    private final int[] gave;
    private final boolean[] answered;
    private final int[] holder;
    private final int[] version;
    private final boolean[] asked;
    private final Set<Integer> out = new TreeSet<>();
    private boolean turnedDown;

    /**
     * Nobody has done anything yet.
     *
     * @param steps the group of each approval that is needed, by its index
     * @param member the groups of each person, as a sum
     */
    AttackOracle(List<Integer> steps, List<Integer> member) {
        groupOf = new ArrayList<>(List.of(MAKERS));
        groupOf.addAll(steps);
        this.member = new ArrayList<>(member);
        gave = filled();
        holder = filled();
        answered = new boolean[groupOf.size()];
        version = new int[groupOf.size()];
        asked = new boolean[groupOf.size()];
    }

    private int[] filled() {
        int[] all = new int[groupOf.size()];
        Arrays.fill(all, NOBODY);
        return all;
    }

    /** The firm changes somebody's groups. */
    List<Integer> regroup(AttackTry one) {
        member.set(one.who(), one.regrouped());
        return member;
    }

    /** Where an attempt goes. */
    static int seat(AttackTry one) {
        return one.act() == Act.PROPOSE ? 0 : one.seat();
    }

    /** How many tasks there are: the proposal, and each approval. */
    int seats() {
        return gave.length;
    }

    /** How much happened to the task of a seat. */
    int version(int seat) {
        return seat < version.length ? version[seat] : 0;
    }

    boolean approved() {
        return !turnedDown && Arrays.stream(gave).noneMatch(person -> person == NOBODY);
    }

    /** Whether it is approved, and each of those who answered still belongs to the group that was asked. */
    boolean stands() {
        for (int seat = 0; seat < gave.length; seat++) {
            if (gave[seat] == NOBODY || !in(gave[seat], groupOf.get(seat))) {
                return false;
            }
        }
        return !turnedDown;
    }

    /** The orders that are not executed. */
    Set<Integer> out() {
        return out;
    }

    private boolean waits() {
        return !turnedDown && gave[0] != NOBODY && !approved();
    }

    private boolean in(int person, int group) {
        return person != AttackTry.NOBODY && (member.get(person) >> group & 1) == 1;
    }

    private boolean free(int seat, int person) {
        return holder[seat] == NOBODY || holder[seat] == person;
    }

    /** Whether somebody answered already, or somebody did whom lines connect to them. */
    private boolean counted(int person) {
        boolean[] reached = new boolean[near.length];
        reached[person] = true;
        for (int round = 0; round < near.length; round++) {
            for (int one = 0; one < near.length; one++) {
                for (int other = 0; other < near.length; other++) {
                    reached[other] |= reached[one] && near[one][other];
                }
            }
        }
        return Arrays.stream(gave).anyMatch(one -> one != NOBODY && reached[one]);
    }

    /** What must become of an attempt of somebody who is let in, by a name. */
    Says says(AttackTry one, String name) {
        int seat = seat(one);
        if (seat >= gave.length) {
            return Says.UNKNOWN;
        }
        boolean barred = answered[seat] || one.who() == AttackTry.NOBODY || name.equals("vesper");
        return !barred && may(one, seat) ? Says.DONE : Says.REFUSED;
    }

    private boolean may(AttackTry one, int seat) {
        int person = one.who();
        boolean open = seat == 0 ? gave[0] == NOBODY && !turnedDown : waits();
        boolean could = in(person, groupOf.get(seat)) && (seat == 0 || !counted(person));
        boolean isFree = free(seat, person);
        if (one.rejects()) {
            return open;
        }
        return open
                && switch (one.act()) {
                    case PROPOSE, ANSWER -> could && isFree;
                    case LEAVE_OUT -> could && isFree && (seat == 0 || nobodyChecked() && !out.contains(one.whom()));
                    case CLAIM -> could && holder[seat] == NOBODY;
                    case CLAIM_SEEN -> could && holder[seat] == NOBODY && one.spelling() == version[seat];
                    case GIVE_BACK -> holder[seat] == person || holder[seat] != NOBODY && could;
                    case ASK -> seat > 0 && could;
                    case REPLY -> seat > 0 && asked[seat] && gave[0] == person;
                    case DELEGATE ->
                        could
                                && isFree
                                && one.whom() != person
                                && in(one.whom(), groupOf.get(seat))
                                && (seat == 0 || !counted(one.whom()));
                    case REGROUP -> false;
                };
    }

    private boolean nobodyChecked() {
        return Arrays.stream(gave).skip(1).allMatch(person -> person == NOBODY);
    }

    /** What was tried is done. */
    void done(AttackTry one) {
        int seat = seat(one);
        if (one.rejects()) {
            turnedDown = true;
            answered[seat] = true;
            return;
        }
        switch (one.act()) {
            case PROPOSE, ANSWER -> answer(seat, one.who());
            case LEAVE_OUT -> {
                answer(seat, one.who());
                out.add(one.whom());
            }
            case CLAIM, CLAIM_SEEN -> holder[seat] = one.who();
            case GIVE_BACK -> holder[seat] = NOBODY;
            case ASK -> asked[seat] = true;
            case REPLY -> asked[seat] = false;
            case DELEGATE -> {
                holder[seat] = one.whom();
                near[one.who()][one.whom()] = true;
                near[one.whom()][one.who()] = true;
            }
            case REGROUP -> throw new AssertionError("the firm does that");
        }
        version[seat]++;
    }

    private void answer(int seat, int person) {
        gave[seat] = person;
        answered[seat] = true;
    }
}
