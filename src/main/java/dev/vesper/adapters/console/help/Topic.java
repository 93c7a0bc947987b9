package dev.vesper.adapters.console.help;

import java.util.List;

/**
 * One page of the documentation.
 *
 * @param title its first heading, as text
 * @param parts its headings of the second level, in order
 * @param html the whole of it, made from our own text alone: nothing in it is markup that somebody wrote
 */
public record Topic(String title, List<Part> parts, String html) {
    /** A part with its heading, and the id by which a link within the page leads to it. */
    public record Part(String id, String title) {}

    public Topic {
        parts = List.copyOf(parts);
    }
}
