package dev.vesper.execution.killswitch;

import org.jspecify.annotations.Nullable;

/**
 * One kill switch that was pressed.
 *
 * @param pressedBy who stopped it
 * @param reason why
 * @param requests how often its release was asked for
 * @param askedBy who asks for its release; null while nobody does
 * @param released whether it may be sent again
 */
public record Kill(
        String id,
        KillScope scope,
        String pressedBy,
        String reason,
        int requests,
        @Nullable String askedBy,
        boolean released) {
    /** Why something is not sent, for people: {@code K-3 stops everything (ben: the prices are wrong)}. */
    public String line() {
        return id + " stops " + scope.words() + " (" + pressedBy + ": " + reason + ")";
    }

    Kill asked(String by) {
        return new Kill(id, scope, pressedBy, reason, requests + 1, by, false);
    }

    Kill refused() {
        return new Kill(id, scope, pressedBy, reason, requests, null, false);
    }

    Kill off() {
        return new Kill(id, scope, pressedBy, reason, requests, askedBy, true);
    }
}
