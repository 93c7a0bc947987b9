package dev.vesper.desk.notify;

import java.time.Instant;

/**
 * One thing to tell.
 *
 * @param key names it for good: what is told under it is told once
 * @param at when it came to be
 * @param subject one line
 * @param text what to know and what to do, of several lines
 */
public record Notice(String key, NoticeKind kind, Instant at, String subject, String text) {}
