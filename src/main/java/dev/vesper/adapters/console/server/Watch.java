package dev.vesper.adapters.console.server;

/**
 * How a page that keeps up asks for itself, in the words of htmx. Public because the template's expressions reach it by
 * reflection.
 *
 * @param href the page
 * @param headers what it asks with, as JSON: the tag of what it shows
 * @param trigger when it asks
 */
public record Watch(String href, String headers, String trigger) {
    /** What happened is seen within a second. */
    private static final String SOON = "400ms";

    private static final String SELDOM = "5s";

    static Watch of(String href, String tag, boolean over) {
        return new Watch(
                href,
                "{\"If-None-Match\": \"" + tag.replace("\"", "\\\"") + "\"}",
                "every " + (over ? SELDOM : SOON) + ", visibilitychange from:document");
    }
}
