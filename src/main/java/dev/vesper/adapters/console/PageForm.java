package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import java.util.Optional;

/** A form of a page: one act of whoever is signed in, asked of the operations as every other way in asks. */
public interface PageForm {
    /** Where it is sent, under {@code /console/}, for example {@code tasks/{subject}/{task}/answer}. */
    PagePath path();

    /** Where what it is about is shown as it is now, for whoever is refused; empty where there is no such page. */
    default String again(Filled filled) {
        return "";
    }

    /** What somebody must be allowed who sends a file, and no fields but those of the address; empty of all that are filled in. */
    default Optional<Permission> file() {
        return Optional.empty();
    }

    /**
     * Does it.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the form is not filled in, REFUSED where the caller may not
     */
    Done give(Operations operations, Filled filled);
}
