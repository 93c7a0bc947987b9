package dev.vesper.desk.access;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/** One kind of act that a person may be allowed; each method of the operations asks for one. */
public enum Permission {
    /** To see runs, tasks, books and reports. */
    SEE("see runs, tasks, books and reports"),
    SEE_AUDIT("see the audit"),
    /** To say yes or no to what people are asked; the groups of the question and four eyes say which. */
    ANSWER_TASKS("answer what people are asked"),
    /** To let runs go on, and to close them. */
    WORK_RUNS("let runs go on and close them"),
    /** To ask for flows, corrections and closes of the books, and to take them back. */
    POST_TO_BOOKS("post to the books"),
    /** To compare custodians' statements with the books. */
    RECONCILE("reconcile the books"),
    /** To press kill switches, to release them and to give up what they stop. */
    STOP_TRADING("stop trading and let it go on"),
    /** To answer for rules that are code. */
    SIGN_RULES("sign rules that are code"),
    /** To write drafts of the rules, to propose them and to take them back. */
    EDIT_RULES("write drafts of the rules"),
    /** To agree to a change of the rules or to say no, and to let it judge orders once others agreed. */
    CHECK_RULES("check changes of the rules"),
    /** To make users, to change their roles and to let them in or out. */
    MANAGE_USERS("manage users");

    private static final Registry<Permission> WORDS = Registry.of("permission", Permission::word, List.of(values()));

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** As it is typed, sent and stored, for example {@code answer-tasks}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The permission of a word.
     *
     * @throws Problem of kind INPUT that names the known words
     */
    public static Permission of(String word) {
        return WORDS.get(word);
    }

    /** Whether it changes something of the firm's business, which who manages users does not. */
    public boolean decides() {
        return switch (this) {
            case SEE, SEE_AUDIT, MANAGE_USERS -> false;
            case ANSWER_TASKS, WORK_RUNS, POST_TO_BOOKS, RECONCILE, STOP_TRADING, SIGN_RULES, EDIT_RULES, CHECK_RULES ->
                true;
        };
    }

    /** After "may", for example {@code see the audit}. */
    public String words() {
        return words;
    }
}
