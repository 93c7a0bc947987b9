package dev.vesper.desk.changes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.AuditAction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** A part of the business that changes; a new one is a line here, and whoever shows it names it. */
public enum Topic {
    /** Runs: opened, a stage further, standing still, ended. */
    RUNS(Permission.SEE),
    /** What is sent and filled of a run's orders. */
    ORDERS(Permission.SEE),
    /** What people are asked, and what they do with it. */
    TASKS(Permission.SEE),
    /** Single rows of a run's data, and the verdict on all of them. */
    DATA(Permission.SEE),
    BOOKS(Permission.SEE),
    SCHEDULE(Permission.SEE),
    KILL_SWITCHES(Permission.SEE),
    /** Sessions with venues, and their breakers. */
    VENUES(Permission.SEE),
    RULES(Permission.SEE),
    USERS(Permission.MANAGE_USERS, Permission.SEE_AUDIT),
    AUDIT(Permission.SEE_AUDIT);

    private static final Registry<Topic> WORDS = Registry.of("topic", Topic::word, List.of(values()));

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Set<Permission> needs;

    /** @param needs one of these lets somebody hear of it */
    Topic(Permission... needs) {
        this.needs = Set.of(needs);
    }

    /** As it is sent and asked for, for example {@code kill-switches}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The topic of a word.
     *
     * @throws Problem of kind INPUT that names the known words
     */
    public static Topic of(String word) {
        return WORDS.get(word);
    }

    /** Whether somebody may hear that it changed. */
    public boolean heardBy(Predicate<Permission> may) {
        return needs.stream().anyMatch(may);
    }

    /** What an act that stands in the audit changed, beside the audit. */
    public static Set<Topic> of(AuditAction action) {
        return switch (action) {
            case RUN_OPENED, RUN_DONE, RUN_REFUSED, RUN_ABANDONED, RUN_FAILED, RUN_RESUMED, RUN_MENDED, REPAIR_DENIED ->
                Set.of(RUNS);
            case TRADES_PROPOSED,
                    PROPOSAL_DECLINED,
                    TRADES_APPROVED,
                    TRADES_REJECTED,
                    DECISION_DENIED,
                    FOUR_EYES_VIOLATED,
                    PROPOSAL_DECIDED,
                    PROPOSAL_ALTERED,
                    ORDER_LEFT_OUT,
                    TASK_CLAIMED,
                    TASK_GIVEN_BACK,
                    MAKER_ASKED,
                    MAKER_REPLIED,
                    TASK_DELEGATED,
                    TASK_ACT_DENIED,
                    TOKEN_MOVE_ASKED,
                    TOKEN_MOVE_REFUSED,
                    TOKEN_MOVED,
                    REPLAY_ASKED,
                    REPLAY_REFUSED,
                    REPLAY_AGREED,
                    RUN_SUPERSEDED -> Set.of(TASKS, RUNS);
            case DATA_RELEASED, DATA_REJECTED, DATA_CHECKED, DATA_ALTERED, ROWS_ASKED, ROWS_AGREED, ROWS_REFUSED ->
                Set.of(DATA, TASKS, RUNS);
            case ORDERS_EXECUTED -> Set.of(ORDERS, RUNS);
            case LATE_FILL_BOOKED, FILL_BUSTED, FILL_CORRECTED, LATE_REPORT_DENIED -> Set.of(ORDERS);
            case BOOKS_POSTED, STATEMENT_RECONCILED, BREAK_OWNED -> Set.of(BOOKS);
            case REVIEWS_TOLD, REVIEW_ANSWERED -> Set.of(TASKS);
            case FLOW_RECORDED, FLOW_PROPOSED, FLOW_APPROVED, FLOW_REJECTED, BREAK_KEPT, BREAK_ACCEPTED ->
                Set.of(BOOKS, TASKS);
            case SCHEDULE_MISSED, OCCASION_SKIPPED, OCCASION_RESTORED, CLOCK_FORWARDED -> Set.of(SCHEDULE);
            case FILES_CHANGED,
                    RULE_SIGNED,
                    RULES_ADOPTED,
                    RULES_ACTIVATED,
                    RULES_GUARDED,
                    RULES_ROLLED_BACK,
                    RULE_DRAFT_BEGUN,
                    RULE_DRAFT_WRITTEN,
                    RULE_DRAFT_UNDONE,
                    RULE_DRAFT_MERGED,
                    RULE_DRAFT_DISCARDED,
                    RULE_CHANGE_DENIED,
                    WAIVER_DENIED,
                    BREACHES_SEEN,
                    BREACH_TAKEN,
                    BREACH_DENIED -> Set.of(RULES);
            case RULE_CHANGE_PROPOSED,
                    RULE_CHANGE_WITHDRAWN,
                    RULE_CHANGE_EXPIRED,
                    RULE_CHANGE_APPROVED,
                    RULE_CHANGE_REJECTED,
                    WAIVER_ASKED,
                    WAIVER_AGREED,
                    WAIVER_REFUSED,
                    WAIVER_REVOKED -> Set.of(RULES, TASKS);
            case USER_ADDED,
                    ROLES_CHANGED,
                    USER_LET_OUT,
                    USER_LET_IN,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    IDENTITY_LINKED,
                    IDENTITY_UNLINKED,
                    USER_CHANGE_DENIED,
                    TOKEN_ISSUED,
                    TOKEN_REVOKED -> Set.of(USERS);
            case KILL_SWITCH_PRESSED, KILL_SWITCH_RELEASED, REST_GIVEN_UP -> Set.of(KILL_SWITCHES, TASKS, ORDERS);
            case KILL_RELEASE_ASKED, KILL_RELEASE_REFUSED -> Set.of(KILL_SWITCHES, TASKS);
            case VENUE_LOGGED_OUT,
                    VENUE_LOGGED_ON,
                    VENUE_ODDS_LEARNED,
                    VENUE_BREAKER_OPENED,
                    VENUE_BREAKER_HALF_OPENED,
                    VENUE_BREAKER_CLOSED -> Set.of(VENUES);
            case SEQUENCE_NUMBERS_ASKED, SEQUENCE_NUMBERS_REFUSED, SEQUENCE_NUMBERS_SET -> Set.of(VENUES, TASKS);
            case SIGNED_IN, SIGN_IN_DENIED, ACT_DENIED, SUPPORT_BUNDLE_MADE, AUDIT_ANCHORED, ANCHOR_FAILED -> Set.of();
        };
    }
}
