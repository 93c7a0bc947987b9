package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What one caller may: every topic asks here before it does what is asked. */
record Guard(Caller caller, Supplier<Access> access, RunStore runs, AuditLog audit, InstantSource clock) {
    private static final int LONGEST_SUBJECT = 200;

    void require(Permission permission, String what) {
        if (!caller.may(permission)) {
            throw Problem.forbidden("Expected somebody who may " + permission.words() + " to " + what + ", but "
                    + caller.person().orElse("whoever asks") + " may not");
        }
    }

    /** The same, of what must leave a trace where it is refused. */
    void requireOrRecord(Permission permission, String what) {
        recorded(permission, what, () -> false, () -> {
            require(permission, what);
            return "";
        });
    }

    /**
     * The name of a caller who may do something, for the record; that somebody may not is a row of the audit. Where there are
     * users, a name that nobody proved may do it in a rehearsal alone.
     */
    String named(Permission permission, String what, BooleanSupplier rehearsal) {
        return recorded(permission, what, rehearsal, () -> unrecorded(permission, what, rehearsal));
    }

    private String recorded(Permission permission, String what, BooleanSupplier rehearsal, Supplier<String> asked) {
        try {
            return asked.get();
        } catch (Problem refused) {
            if (refused.forbidden()) {
                audit.append(
                        clock.instant(),
                        caller.person().orElse("vesper"), // nobody can be told
                        AuditAction.ACT_DENIED,
                        subject(permission, what),
                        String.valueOf(refused.getMessage()),
                        ofRehearsal(rehearsal));
            }
            throw refused;
        }
    }

    /** What a caller who may do such things wanted, and that is not done: it leaves a row. */
    Problem denied(AuditAction action, String subject, String why, boolean rehearsal) {
        audit.append(clock.instant(), caller.person().orElse("vesper"), action, subject, why, rehearsal);
        return Problem.refused(why);
    }

    /** The task or the run that is meant, else the permission that is missing. */
    private static String subject(Permission permission, String what) {
        String last = what.substring(what.lastIndexOf(' ') + 1);
        return last.indexOf('/') > 0 && last.length() <= LONGEST_SUBJECT ? Visible.line(last) : permission.word();
    }

    /** Of what is unknown, false. */
    private static boolean ofRehearsal(BooleanSupplier rehearsal) {
        try {
            return rehearsal.getAsBoolean();
        } catch (Problem unknown) {
            return false;
        }
    }

    /** The same for who records refusals beside other troubles. */
    String unrecorded(Permission permission, String what, BooleanSupplier rehearsal) {
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
