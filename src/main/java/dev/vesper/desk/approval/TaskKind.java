package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.audit.AuditAction;
import java.util.List;
import java.util.Locale;

/** What a person is asked: the user tasks of {@code processes/}. */
public enum TaskKind {
    /** Whether data that broke its contract may be used without the bad rows. */
    RELEASE_DATA(AuditAction.DATA_RELEASED, AuditAction.DATA_REJECTED),
    /** Whether the trades are put forward; who answers is the maker. */
    PROPOSE_TRADES(AuditAction.TRADES_PROPOSED, AuditAction.PROPOSAL_DECLINED),
    /** Whether the proposed trades are done; who answers is the checker. */
    APPROVE_TRADES(AuditAction.TRADES_APPROVED, AuditAction.TRADES_REJECTED);

    private static final Registry<TaskKind> WORDS = Registry.of("task kind", TaskKind::word, List.of(values()));

    private final AuditAction yes;
    private final AuditAction no;

    TaskKind(AuditAction yes, AuditAction no) {
        this.yes = yes;
        this.no = no;
    }

    /** As it stands in BPMN and in task ids, for example {@code approve-trades}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of a word.
     *
     * @throws Problem of kind INPUT that names the known words
     */
    public static TaskKind of(String word) {
        return WORDS.get(word);
    }

    /** What an answer is called in the audit log. */
    public AuditAction action(Answer answer) {
        return switch (answer) {
            case APPROVE -> yes;
            case REJECT -> no;
        };
    }
}
