package dev.vesper.desk.run;

import dev.vesper.basics.Problem;

/** Whoever does something about a run says why: the next one who looks at it must know. */
public final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    /**
     * Refuses an act without a reason.
     *
     * @param what is to be done, for example {@code close run 2018-04-11-001}
     * @throws Problem of kind INPUT where there is none, or one of more than 500 characters
     */
    public static void must(String reason, String what) {
        if (reason.isBlank()) {
            throw Problem.usage("Expected a reason to " + what + ", but got none; it stands in the audit");
        }
        if (reason.length() > LONGEST) {
            throw Problem.usage("Expected a reason of at most " + LONGEST + " characters to " + what + ", but it has "
                    + reason.length());
        }
    }
}
