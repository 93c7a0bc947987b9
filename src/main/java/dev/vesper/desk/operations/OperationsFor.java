package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.changes.Followers;
import java.util.Optional;

/** Where every way in gets its operations. */
@FunctionalInterface
public interface OperationsFor {
    /** The operations as this caller may use them. */
    Operations as(Caller caller);

    /**
     * Who a personal token stands for now; empty where it stands for nobody, which is counted and audited.
     *
     * @param from where it came from, for example {@code 127.0.0.1}
     * @throws dev.vesper.basics.Problem of kind REFUSED where too many came from there that stood for nobody
     */
    default Optional<Caller> bearer(Secret token, String from) {
        return Optional.empty();
    }

    /**
     * Asks whether a caller may do something, before more is asked of them; that they may not is a row of the audit.
     *
     * @param what for people: {@code send more than 65536 bytes}
     * @throws dev.vesper.basics.Problem of kind REFUSED where they may not
     */
    default void require(Caller caller, Permission permission, String what) {
        if (!caller.may(permission)) {
            throw Problem.forbidden("Expected somebody who may " + permission.words() + " to " + what);
        }
    }

    /** Those who are told what changes; empty where nobody is. */
    default Optional<Followers> changes() {
        return Optional.empty();
    }
}
