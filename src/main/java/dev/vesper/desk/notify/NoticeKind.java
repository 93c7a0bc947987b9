package dev.vesper.desk.notify;

import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/** What people may be told of. */
public enum NoticeKind {
    /** A person is asked. */
    TASK_WAITING,
    /** A person is asked, and has not answered for too long. */
    TASK_OVERDUE,
    /** A run stands still. */
    RUN_FAILED,
    /** Limits or compliance cut or denied orders, or a venue rejected so many that its breaker opened. */
    BREACH,
    /** Rows of the day's data were set aside. */
    QUARANTINE,
    /** An occasion of the schedule passed and nobody opened a day. */
    SCHEDULE_MISSED,
    /** One administrator alone let somebody decide, or manage users. */
    POWER_GIVEN,
    /** Rules that came to judge were taken back by themselves. */
    RULES_ROLLED_BACK,
    /** Not all agreed to a change of the rules in time. */
    PROPOSAL_EXPIRED,
    /** Rows or entries of the rules hold for some business days only. */
    RULE_ENDS,
    /** A waiver holds for some business days only. */
    WAIVER_ENDS,
    /** A waiver holds no more. */
    WAIVER_ENDED,
    /** A breach stands for some business days, and nobody looks after it. */
    BREACH_UNOWNED;

    /** By their words. */
    public static final Registry<NoticeKind> WORDS =
            Registry.of("kind of notification", NoticeKind::word, List.of(values()));

    /** As it is written and sent, for example {@code task-waiting}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
