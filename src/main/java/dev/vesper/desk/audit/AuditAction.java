package dev.vesper.desk.audit;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/**
 * Everything that is written in the audit log. The words are in the hashes of stored rows: an action may be added, none may
 * be renamed.
 */
public enum AuditAction {
    RUN_OPENED,
    RUN_DONE,
    /** A gate or a person ended the day without trading. */
    RUN_REFUSED,
    /** A person closed the run before its end. */
    RUN_ABANDONED,
    /** The run stands still: something broke, and it does not go on by itself. */
    RUN_FAILED,
    /** A run that stood still goes on. */
    RUN_RESUMED,
    TRADES_PROPOSED,
    /** The maker said no. */
    PROPOSAL_DECLINED,
    TRADES_APPROVED,
    /** The checker said no. */
    TRADES_REJECTED,
    DATA_RELEASED,
    DATA_REJECTED,
    /** Somebody's answer was not taken. */
    DECISION_DENIED,
    /** The record of an approval cannot stand. */
    FOUR_EYES_VIOLATED,
    /** The orders of a run were worked to the close. */
    ORDERS_EXECUTED,
    /** There is something that people may approve. */
    PROPOSAL_DECIDED,
    /** What was approved, or should be, is not what is there. */
    PROPOSAL_ALTERED,
    /** Entries were appended to the book of record. */
    BOOKS_POSTED,
    /** The contract's verdict on the data of a run. */
    DATA_CHECKED,
    /** The data of a run is not what was checked, or nobody released it. */
    DATA_ALTERED,
    /** Somebody, or a file, asked for a flow of the books. */
    FLOW_RECORDED,
    /** A maker put a flow forward. */
    FLOW_PROPOSED,
    /** A second person agreed to a flow. */
    FLOW_APPROVED,
    /** A flow is not to be booked. */
    FLOW_REJECTED,
    /** The schedule's occasion passed and nobody opened a day. */
    SCHEDULE_MISSED,
    /** A person let one occasion of the schedule pass without a day. */
    OCCASION_SKIPPED,
    /** A person took that back before its hour. */
    OCCASION_RESTORED,
    /** Files that say how days are worked changed under a running Vesper, and were loaded or not. */
    FILES_CHANGED,
    /** A custodian's statement was compared with the books. */
    STATEMENT_RECONCILED,
    /** Somebody decided of a break that the books are right. */
    BREAK_KEPT,
    /** Somebody decided of a break that the custodian is right, and asked for an adjusting entry. */
    BREAK_ACCEPTED,
    /** Somebody else looks after a break. */
    BREAK_OWNED,
    /** Somebody belongs from now on. */
    USER_ADDED,
    ROLES_CHANGED,
    USER_LET_OUT,
    USER_LET_IN,
    /** A user got a one-time password. */
    PASSWORD_RESET,
    /** A user chose another password. */
    PASSWORD_CHANGED,
    /** A user may sign in by the identity provider. */
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    /** A change of users was not taken. */
    USER_CHANGE_DENIED,
    /** A user proved who they are. */
    SIGNED_IN,
    /** Somebody did not prove who they are. */
    SIGN_IN_DENIED,
    /** A user made a token for a program of theirs. */
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    /** A run that stood still, and that somebody let go on, has passed what had kept it. */
    RUN_MENDED,
    /** What somebody wanted to do about a run was not done. */
    REPAIR_DENIED,
    /** Somebody took the state of this Vesper away, without secrets. */
    SUPPORT_BUNDLE_MADE,
    /** Somebody stopped what is not sent yet: everything, or the orders of an account, a strategy or a venue. */
    KILL_SWITCH_PRESSED,
    /** Somebody asked that what is stopped may be sent again. */
    KILL_RELEASE_ASKED,
    KILL_RELEASE_REFUSED,
    /** Another person agreed, and it may be sent again. */
    KILL_SWITCH_RELEASED,
    /** A run does not wait for a release: what is stopped stays unfilled. */
    REST_GIVEN_UP,
    /** A person logged a session with a venue out; the run waits. */
    VENUE_LOGGED_OUT,
    /** A person connected it again. */
    VENUE_LOGGED_ON,
    /** How much venues fill was learned from earlier days; the run divides its orders by that to its end. */
    VENUE_ODDS_LEARNED,
    /** A venue gets no more child orders of a run: it rejected too many, or a person said so. */
    VENUE_BREAKER_OPENED,
    /** One order a slice is tried there. */
    VENUE_BREAKER_HALF_OPENED,
    /** It gets orders again: it took the one that was tried, or a person said so. */
    VENUE_BREAKER_CLOSED,
    /** Somebody asked that a session goes on with other sequence numbers. */
    SEQUENCE_NUMBERS_ASKED,
    SEQUENCE_NUMBERS_REFUSED,
    /** Another person agreed, and they were set. */
    SEQUENCE_NUMBERS_SET,
    /** Somebody looks after a question. */
    TASK_CLAIMED,
    /** Nobody looks after a question any more. */
    TASK_GIVEN_BACK,
    /** A checker asked the maker something. */
    MAKER_ASKED,
    /** The maker replied to a checker. */
    MAKER_REPLIED,
    /** Somebody handed a question on to another person. */
    TASK_DELEGATED,
    /** Somebody's act on a question was not taken. */
    TASK_ACT_DENIED,
    /** Somebody put the simulated clock of a practice forward. */
    CLOCK_FORWARDED,
    /** Somebody proposed or approved the trades of a run without this order: it is not sent. */
    ORDER_LEFT_OUT,
    /** Somebody wanted to do what their roles do not let them do. */
    ACT_DENIED,
    /** The newest row was kept outside. */
    AUDIT_ANCHORED,
    /** A place outside did not keep the newest row. */
    ANCHOR_FAILED,
    /** Somebody asked that rows that a contract set aside be used, mended or kept out. */
    ROWS_ASKED,
    /** Another person agreed, and the contract judged again. */
    ROWS_AGREED,
    ROWS_REFUSED,
    /** Somebody asked that the token of a run be moved. */
    TOKEN_MOVE_ASKED,
    TOKEN_MOVE_REFUSED,
    /** Another person agreed, and the run takes up its work there. */
    TOKEN_MOVED,
    /** Somebody asked that the day of a run be replayed from a stage. */
    REPLAY_ASKED,
    REPLAY_REFUSED,
    /** Another person agreed. */
    REPLAY_AGREED,
    /** The run is closed: another one of its date has taken its place. */
    RUN_SUPERSEDED,
    /** Somebody answers for a version of a rule that is code. */
    RULE_SIGNED,
    /** The rules folder was taken up as it stood, where nothing had been active before. */
    RULES_ADOPTED,
    /** Other rules judge orders from now on. */
    RULES_ACTIVATED,
    /** Rules that came to judge decide as they did when they were looked at. */
    RULES_GUARDED,
    /** Rules that came to judge do not, so those before them judge again. */
    RULES_ROLLED_BACK,
    /** Somebody began a draft of the rules. */
    RULE_DRAFT_BEGUN,
    RULE_DRAFT_WRITTEN,
    /** The last edit of a draft was taken back. */
    RULE_DRAFT_UNDONE,
    /** A draft was brought together with what became active since it was begun. */
    RULE_DRAFT_MERGED,
    RULE_DRAFT_DISCARDED,
    /** Somebody asked that a draft judge orders. */
    RULE_CHANGE_PROPOSED,
    RULE_CHANGE_WITHDRAWN,
    /** Not all agreed in time who were needed. */
    RULE_CHANGE_EXPIRED,
    /** Somebody who wrote none of it agreed. */
    RULE_CHANGE_APPROVED,
    RULE_CHANGE_REJECTED,
    /** What somebody wanted to do with the rules was not done. */
    RULE_CHANGE_DENIED,
    /** Somebody asked that a breach may pass until a date. */
    WAIVER_ASKED,
    /** Another person agreed. */
    WAIVER_AGREED,
    WAIVER_REFUSED,
    /** Somebody took a waiver back. */
    WAIVER_REVOKED,
    /** What somebody wanted of a waiver was not done. */
    WAIVER_DENIED,
    /** A day began over limits that no order of its own broke, or over them no more. */
    BREACHES_SEEN,
    /** Somebody said who looks after a breach, and what is to be done. */
    BREACH_TAKEN,
    BREACH_DENIED,
    /** What people should look at of a run became known, or other. */
    REVIEWS_TOLD,
    /** Somebody looked at what was found. */
    REVIEW_ANSWERED,
    /** A venue told a fill after its slice was booked, and it was booked. */
    LATE_FILL_BOOKED,
    /** A venue took a fill back after its slice was booked. */
    FILL_BUSTED,
    /** A venue replaced a fill after its slice was booked. */
    FILL_CORRECTED,
    /** A venue told of booked fills what cannot be booked: it is for a person. */
    LATE_REPORT_DENIED;

    private static final Registry<AuditAction> WORDS =
            Registry.of("audit action", AuditAction::word, List.of(values()));

    /** As it is stored and shown, for example {@code trades-approved}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The action of a word.
     *
     * @throws Problem of kind INPUT that names the known words
     */
    public static AuditAction of(String word) {
        return WORDS.get(word);
    }
}
