package dev.vesper.execution.killswitch;

/** What happened to the kill switches. */
public sealed interface KillEvent {
    /**
     * Somebody stopped something.
     *
     * @param id for example {@code K-3}
     * @param reason why
     */
    record Pressed(String id, KillScope scope, String by, String reason) implements KillEvent {}

    /**
     * Somebody asked that it may be sent again.
     *
     * @param request counted from 1 for each switch: an answer is to one request and no other
     */
    record ReleaseAsked(String id, int request, String by, String reason) implements KillEvent {}

    /** Somebody said no to that, or the one who asked took it back; it stays stopped. */
    record ReleaseRefused(String id, int request, String by, String reason) implements KillEvent {}

    /** Another person agreed: it may be sent again. */
    record Released(String id, int request, String by, String reason) implements KillEvent {}

    /**
     * A run does not wait for a release any more: what is stopped stays unfilled.
     *
     * @param run its id
     */
    record RestGivenUp(String run, String by, String reason) implements KillEvent {}
}
