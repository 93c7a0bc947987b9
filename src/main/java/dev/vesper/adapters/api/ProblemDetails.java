package dev.vesper.adapters.api;

/**
 * A failure as programs read it (RFC 9457).
 *
 * @param type a reference to the paragraph about its {@link ProblemType}; {@code about:blank} where there is none
 * @param title the same for all of one type
 * @param status the HTTP status
 * @param detail what happened here, for people: {@code Expected ..., but ...; maybe ...}
 * @param instance names this one failure, in the log too
 */
public record ProblemDetails(String type, String title, int status, String detail, String instance) {}
