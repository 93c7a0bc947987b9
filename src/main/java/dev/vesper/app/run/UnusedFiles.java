package dev.vesper.app.run;

import dev.vesper.adapters.WatchedFolder;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.audit.AuditAction;

/** Says what lies on disk and is not used, such as rules that nobody agreed to: on the terminal and in the audit log. */
public final class UnusedFiles {
    private UnusedFiles() {}

    /** All that there is to say before a day. */
    public static void tell(Wiring wiring) {
        for (WatchedFolder<?> folder : wiring.watched()) {
            folder.trouble().ifPresent(what -> say(wiring, wiring.console, what));
        }
    }

    static void say(Wiring wiring, Console console, String what) {
        console.say("  ! " + what);
        wiring.store
                .store
                .get()
                .audit()
                .append(wiring.times.clock().instant(), "vesper", AuditAction.FILES_CHANGED, "files", what, false);
    }
}
