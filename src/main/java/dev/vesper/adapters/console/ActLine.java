package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.repair.Remedy;

/**
 * What may be done about a run, as the pages write it.
 *
 * @param anchor names it within the page
 * @param title for example {@code Try again}
 * @param href where a form with the reason goes, or empty where it cannot be done now or the caller may not
 * @param refusal why it cannot be done now, or empty
 * @param command that does it, for whoever did not sign in; else empty
 */
public record ActLine(String anchor, String title, String effect, String href, String refusal, String command) {
    static ActLine of(Remedy remedy, RunId run, Caller caller) {
        boolean retry = remedy.act().equals(Remedy.RETRY);
        boolean may = caller instanceof SignedIn && caller.may(Permission.WORK_RUNS);
        return new ActLine(
                remedy.act(),
                retry ? "Try again" : "Close the run",
                remedy.effect(),
                may && remedy.allowed() ? PagePath.ROOT + "runs/" + run + "/" + remedy.act() : "",
                remedy.refusal(),
                remedy.allowed() && !(caller instanceof SignedIn)
                        ? "./vesper runs " + (retry ? "resume " : "abandon ") + run + " --reason WHY --as "
                                + Words.name(caller)
                        : "");
    }
}
