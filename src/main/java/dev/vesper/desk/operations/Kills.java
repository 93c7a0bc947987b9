package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.killswitch.KillRecord;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.killswitch.KillKind;
import java.util.List;

/**
 * The kill switches: pressed by one person, released by two. Each method throws a {@link dev.vesper.basics.Problem} of kind
 * REFUSED where what was stored of them was altered.
 */
public interface Kills {
    /** Every one that was ever pressed, newest first. */
    List<KillRecord> all();

    /** Those that stop something now, oldest first. */
    List<KillRecord> on();

    /**
     * Stops the child orders of one account, strategy or venue, or all of them. Once it is answered none of them leaves any
     * more, and it stays so across restarts. A named person does it.
     *
     * @param name of the account, the strategy or the venue; empty for everything
     * @param reason why
     * @return the switch; the one that is on already where there is one
     * @throws dev.vesper.basics.Problem of kind INPUT where the name is none, REFUSED for a caller without a name, or without
     *     a reason
     */
    KillRecord press(KillKind kind, String name, String reason);

    /**
     * Asks that it may be sent again. Another person agrees by answering the task {@code <id>/release-kill-<n>}.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where it is denied: no named caller, no reason, unknown, released
     *     already, asked for already
     */
    KillRecord release(String id, String reason);

    /**
     * Lets a run go on to its close without what is stopped, which stays unfilled. A named person does it.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the run is unknown, REFUSED for a caller without a name, without
     *     a reason, or where nothing is stopped
     */
    RunRecord giveUpRest(RunId run, String reason);
}
