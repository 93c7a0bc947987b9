package dev.vesper.adapters.processes;

/** The words the BPMN files and the workers agree on. */
final class Words {
    static final String DAY_PROCESS = "end-of-day";
    static final String START_MESSAGE = "day-opened";
    static final String REFUSED = "REFUSED";

    /** How rules change: worked by the changes themselves, and no part of a day. */
    static final String CHANGE_PROCESS = "change-rules";

    static final String CHANGE_MESSAGE = "rules-proposed";
    static final String CHECK_RULES = "check-rules";
    static final String ACTIVATE_RULES = "activate-rules";
    static final String EXPIRE_PROPOSAL = "expire-proposal";
    static final String DRAFT = "draft";
    static final String PROPOSAL = "proposal";
    static final String FROM = "from";
    static final String UNTIL = "until";

    /** Process variables. */
    static final String RUN_ID = "runId";

    static final String ATTEMPT = "attempt";
    /** The instance that may work the run; set by begin-day, handed down to every called process. */
    static final String DAY_KEY = "dayKey";
    /** The outermost instance, where the day is called by the schedule. */
    static final String ROOT_KEY = "rootKey";

    /** Where a called process takes up its work, as {@code process/element}; empty once it is there. */
    static final String MOVE_TO = "moveTo";

    /** Job types of the engine side's own workers. */
    static final String BEGIN_DAY = "begin-day";

    static final String END_DAY = "end-day";
    static final String OPEN_RUN = "open-run";
    static final String REMIND = "remind";
    static final String USER_TASK = "io.camunda.zeebe:userTask";

    /** Task headers. */
    static final String RETRY_BACKOFF = "retryBackoff";

    static final String TASK = "task";
    static final String APPROVAL = "approval";
    static final String ABOUT = "about";
    static final String OUTCOME = "outcome";

    /** What the embedded engine tells of its log. */
    static final String TOLD_KIND = "kind";

    static final String TOLD_JOB = "job";
    static final String TOLD_BLIND = "blind";
    static final String TOLD_PROCESS = "process";
    static final String TOLD_ELEMENT = "element";
    static final String TOLD_WHAT = "what";

    private Words() {}
}
