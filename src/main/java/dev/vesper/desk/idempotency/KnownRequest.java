package dev.vesper.desk.idempotency;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a request with a key.
 *
 * @param begunAt when it came first
 * @param ended whether it was answered; one that was not is running, or was cut off in the middle
 * @param answer empty while it has not ended, and where its answer is not kept
 */
public record KnownRequest(String fingerprint, Instant begunAt, boolean ended, Optional<FirstAnswer> answer) {}
