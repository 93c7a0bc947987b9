package dev.vesper.adapters.console.server;

import dev.vesper.desk.changes.Changed;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a page that keeps up asks for itself, in the words of htmx. Public because the template's expressions reach it by
 * reflection.
 *
 * @param href the page
 * @param headers what it asks with, as JSON: the tag of what it shows
 * @param trigger when it asks
 * @param topics what it is told of, with commas; null where it is told nothing, and asks
 */
public record Watch(
        String href,
        String headers,
        String trigger,
        @Nullable String topics) {
    /** What happened is seen within a second. */
    private static final String SOON = "400ms";

    private static final String SELDOM = "5s";

    /** What is told leaves out what time alone changes, for example that a task is overdue. */
    private static final String TOLD = "15s";

    private static final String LOOKS = ", visibilitychange from:document";

    static Watch of(String href, String tag, boolean over, Set<Changed> told) {
        return new Watch(
                href,
                "{\"If-None-Match\": \"" + tag.replace("\"", "\\\"") + "\"}",
                told.isEmpty() ? "every " + (over ? SELDOM : SOON) + LOOKS : "every " + TOLD + ", told" + LOOKS,
                told.isEmpty()
                        ? null
                        : told.stream().map(Changed::word).sorted().collect(Collectors.joining(",")));
    }
}
