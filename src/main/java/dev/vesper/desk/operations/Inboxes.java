package dev.vesper.desk.operations;

import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.repair.move.MoveQuestions;
import java.util.Set;

/**
 * Whose a task is. Where the firm names its people, they are it; where it names nobody, a role looks into the inboxes of its
 * line here. Either way only four eyes and the groups decide whose answer is taken.
 */
final class Inboxes {
    /** How many of the answered. */
    static final int ANSWERED = 100;

    private Inboxes() {}

    /** Whether an open task waits for a caller. */
    static boolean mine(Caller caller, TaskCard card) {
        return caller.may(Permission.ANSWER_TASKS)
                && caller.person()
                        .filter(name -> card.waitsFor(name, group -> looksInto(caller, group)))
                        .isPresent();
    }

    /** Whether the caller answered it. */
    static boolean answeredBy(Caller caller, Question question) {
        String by = question.decidedBy();
        return by != null
                && caller.person().filter(name -> PersonName.same(name, by)).isPresent();
    }

    private static boolean looksInto(Caller caller, String group) {
        return !(caller instanceof SignedIn user) || user.roles().stream().anyMatch(role -> looksInto(role, group));
    }

    private static boolean looksInto(Role role, String group) {
        return switch (role) {
            case TRADER -> group.equals(People.MAKERS);
            case OPERATOR ->
                Set.of(People.MAKERS, People.DATA_STEWARDS, MoveQuestions.GROUP).contains(group);
            case APPROVER ->
                !Set.of(People.MAKERS, People.DATA_STEWARDS, MoveQuestions.GROUP)
                        .contains(group);
            case RISK_OFFICER -> !Set.of(People.MAKERS, People.DATA_STEWARDS).contains(group);
            case VIEWER, ANALYST, RULE_CHECKER, ADMINISTRATOR, AUDITOR -> false;
        };
    }
}
