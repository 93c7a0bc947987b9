package dev.vesper.desk.access;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Problem;

/** Names that stand in the audit for somebody who is no user. */
public final class Asker {
    /** Whoever runs commands in the state folder. */
    public static final String OWNER = "owner";

    private Asker() {}

    /**
     * A name that a user may have.
     *
     * @throws Problem of kind INPUT where it can be mistaken, or is the owner's
     */
    static String userName(String name) {
        String shown = PersonName.of(name);
        if (PersonName.same(shown, OWNER)) {
            throw Problem.usage("Expected a person's name, but \"" + shown + "\" reads as " + OWNER
                    + ", which in the audit is whoever runs commands in the state folder");
        }
        return shown;
    }
}
