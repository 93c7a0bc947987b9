package dev.vesper.desk.approval;

import java.time.Instant;

/**
 * One line of a question's history.
 *
 * @param what as a person reads it, for example {@code asked the maker}
 * @param to who is meant; empty where nobody is
 * @param text what was said; may be empty
 */
public record TaskNote(String task, Instant at, String by, String what, String to, String text) {}
