package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What one caller may: every topic asks here before it does what is asked. */
record Guard(Caller caller, Supplier<Access> access, RunStore runs) {
    void require(Permission permission, String what) {
        if (!caller.may(permission)) {
            throw Problem.forbidden("Expected somebody who may " + permission.words() + " to " + what + ", but "
                    + caller.person().orElse("whoever asks") + " may not");
        }
    }

    /**
     * The name of a caller who may do something, for the record. Where there are users, a name that nobody proved may do it in
     * a rehearsal alone.
     */
    String named(Permission permission, String what, BooleanSupplier rehearsal) {
        String name = caller.person()
                .orElseThrow(() -> Problem.forbidden(
                        "Expected a named person to " + what + ", but nobody is named; say who you are"));
        require(permission, what);
        if (caller instanceof Person && access.get().users().any() && !rehearsal.getAsBoolean()) {
            throw Problem.forbidden("Expected somebody who has signed in to " + what + ", but \"" + name
                    + "\" is a name alone, which counts in rehearsals only; ./vesper login " + name);
        }
        return name;
    }

    /** Of an unknown run, false: that it is unknown is said by whoever looks for it. */
    BooleanSupplier rehearsal(RunId run) {
        return () -> runs.find(run).map(RunRecord::rehearsal).orElse(false);
    }
}
