package dev.vesper.desk.notify;

/**
 * Who is told of what, by which way.
 *
 * @param to the address of a letter; empty for the other ways, which go to one place
 */
public record Subscription(NoticeKind kind, Channel channel, String to) {}
