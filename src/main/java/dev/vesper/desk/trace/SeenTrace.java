package dev.vesper.desk.trace;

/**
 * The trace of a run, for people and programs that look for it.
 *
 * @param trace 32 hex digits; {@code trace_id} of its lines in the log
 * @param span the span of the whole run, 16 hex digits
 * @param sent whether traces are sent anywhere now
 * @param href where it is seen; empty where nobody said
 */
public record SeenTrace(String trace, String span, boolean sent, String href) {}
