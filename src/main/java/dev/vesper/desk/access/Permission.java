package dev.vesper.desk.access;

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
    /** To make users, to change their roles and to let them in or out. */
    MANAGE_USERS("manage users");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** After "may", for example {@code see the audit}. */
    public String words() {
        return words;
    }
}
