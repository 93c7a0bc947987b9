package dev.vesper.execution.killswitch;

/** What a person asks of the kill switches. */
public sealed interface KillCommand {
    /** Whose name is given. */
    String by();

    /** Why. */
    String reason();

    /** Stops something, at once; where it is stopped already, nothing changes, and a release that was asked for is refused. */
    record Press(KillScope scope, String by, String reason) implements KillCommand {}

    /** Asks that it may be sent again. */
    record AskRelease(String id, String by, String reason) implements KillCommand {}

    /** Agrees to that; must be another person. */
    record AgreeRelease(String id, int request, String by, String reason) implements KillCommand {}

    /** Says no to it. */
    record RefuseRelease(String id, int request, String by, String reason) implements KillCommand {}

    /** Lets a run go on to its close without what is stopped. */
    record GiveUpRest(String run, String by, String reason) implements KillCommand {}
}
