package dev.vesper.adapters.report.section;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.audit.AuditAction;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person can say to a question of the day, as the audit log tells it: a row with any other action is nobody's
 * answer.
 */
public enum PersonAnswer {
    PROPOSED(AuditAction.TRADES_PROPOSED, Role.MAKER, Answer.APPROVE),
    DECLINED(AuditAction.PROPOSAL_DECLINED, Role.MAKER, Answer.REJECT),
    APPROVED(AuditAction.TRADES_APPROVED, Role.CHECKER, Answer.APPROVE),
    REJECTED(AuditAction.TRADES_REJECTED, Role.CHECKER, Answer.REJECT),
    DATA_RELEASED(AuditAction.DATA_RELEASED, Role.DATA_OWNER, Answer.APPROVE),
    DATA_REJECTED(AuditAction.DATA_REJECTED, Role.DATA_OWNER, Answer.REJECT);

    /** As whom a person answers. */
    public enum Role {
        MAKER("maker"),
        CHECKER("checker"),
        DATA_OWNER("data owner");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final AuditAction action;
    private final Role role;
    private final Answer answer;

    PersonAnswer(AuditAction action, Role role, Answer answer) {
        this.action = action;
        this.role = role;
        this.answer = answer;
    }

    /** The answer that an audit row records; empty where it records none. */
    public static Optional<PersonAnswer> of(AuditAction action) {
        return Stream.of(values()).filter(a -> a.action == action).findFirst();
    }

    public Role role() {
        return role;
    }

    /** Whether the day goes on after it. */
    public boolean goesOn() {
        return answer == Answer.APPROVE;
    }

    /** What the person did, for people: proposed, declined, approved, rejected, released. */
    public String words() {
        return switch (this) {
            case PROPOSED -> "proposed";
            case DECLINED -> "declined";
            case APPROVED -> "approved";
            case REJECTED, DATA_REJECTED -> "rejected";
            case DATA_RELEASED -> "released";
        };
    }

    /** The word of run.json, a promise to programs: approve or reject. */
    public String word() {
        return answer.word();
    }
}
