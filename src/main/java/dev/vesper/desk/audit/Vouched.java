package dev.vesper.desk.audit;

/**
 * The events that an audit row vouches for.
 *
 * @param length how many events the stream holds with them
 * @param hash over those events
 */
public record Vouched(String stream, int length, String hash) {}
