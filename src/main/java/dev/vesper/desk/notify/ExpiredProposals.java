package dev.vesper.desk.notify;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.workbench.Draft;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Proposed changes of the rules that not all agreed to in time; they concern whoever made them. */
public final class ExpiredProposals implements NoticeSource {
    private static final int LOOKED_AT = 200;
    /** Of older ones nobody wants to hear when notifications are first turned on. */
    private static final Duration OF = Duration.ofDays(7);

    private static final String SUBJECT = "rules/";

    private final AuditLog audit;
    private final Function<String, Draft> drafts;
    private final InstantSource clock;

    /** @param drafts by id */
    public ExpiredProposals(AuditLog audit, Function<String, Draft> drafts, InstantSource clock) {
        this.audit = audit;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public List<Notice> now(Notifications by) {
        AuditQuery asked = new AuditQuery(
                "",
                Optional.of(AuditAction.RULE_CHANGE_EXPIRED),
                "",
                Optional.of(clock.instant().minus(OF)),
                Optional.empty(),
                List.of(),
                "");
        return audit.search(asked, AuditQuery.Order.NEWEST, 0, 0, LOOKED_AT).stream()
                .map(row -> {
                    Draft draft = drafts.apply(row.subject().substring(SUBJECT.length()));
                    return new Notice(
                            "proposal-expired " + row.sequence(),
                            NoticeKind.PROPOSAL_EXPIRED,
                            row.at(),
                            "Nobody is asked about " + draft.id() + " any more",
                            String.join(
                                    "\n",
                                    draft.title() + ", made by " + String.join(", ", draft.makers()) + ".",
                                    row.detail(),
                                    "",
                                    "The draft stays. ./vesper rules propose " + draft.id()
                                            + " --reason WHY proposes it anew."),
                            draft.makers());
                })
                .toList();
    }
}
