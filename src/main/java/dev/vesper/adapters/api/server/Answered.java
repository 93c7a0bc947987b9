package dev.vesper.adapters.api.server;

import java.time.Duration;

/**
 * A request that was answered.
 *
 * @param method GET, HEAD or POST; {@code other} for whatever else was sent
 * @param route what was asked for, with the names of its variables in the place of their values, for example {@code
 *     /api/v1/runs/:run}; {@code other} for a path that is none of ours
 * @param status as HTTP says it
 * @param took until there was an answer to send
 */
public record Answered(String method, String route, int status, Duration took) {
    /** In the place of what others made up. */
    public static final String OTHER = "other";
}
