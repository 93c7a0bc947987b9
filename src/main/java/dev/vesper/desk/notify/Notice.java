package dev.vesper.desk.notify;

import java.time.Instant;
import java.util.List;

/**
 * One thing to tell.
 *
 * @param key names it for good: what is told under it is told once
 * @param at when it came to be
 * @param subject one line
 * @param text what to know and what to do, of several lines
 * @param concerned people whom it is about, by name; they are not stored
 */
public record Notice(String key, NoticeKind kind, Instant at, String subject, String text, List<String> concerned) {
    public Notice {
        concerned = List.copyOf(concerned);
    }

    /** One that is about nobody. */
    public Notice(String key, NoticeKind kind, Instant at, String subject, String text) {
        this(key, kind, at, subject, text, List.of());
    }
}
