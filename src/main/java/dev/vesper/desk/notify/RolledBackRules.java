package dev.vesper.desk.notify;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Changes of the rules that people agreed to and that were taken back by themselves, because they judge otherwise than they did. */
public final class RolledBackRules implements NoticeSource {
    private static final int LOOKED_AT = 200;
    /** Of older ones nobody wants to hear when notifications are first turned on. */
    private static final Duration OF = Duration.ofDays(7);

    private final AuditLog audit;
    private final InstantSource clock;

    public RolledBackRules(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Notice> now(Notifications by) {
        AuditQuery asked = new AuditQuery(
                "",
                Optional.of(AuditAction.RULES_ROLLED_BACK),
                "",
                Optional.of(clock.instant().minus(OF)),
                Optional.empty(),
                List.of(),
                "");
        return audit.search(asked, AuditQuery.Order.NEWEST, 0, 0, LOOKED_AT).stream()
                .map(row -> new Notice(
                        "rules-rolled-back " + row.sequence(),
                        NoticeKind.RULES_ROLLED_BACK,
                        row.at(),
                        "A change of the rules was taken back by itself",
                        String.join(
                                "\n",
                                row.detail(),
                                "",
                                "The version before judges again. ./vesper rules history tells more.")))
                .toList();
    }
}
