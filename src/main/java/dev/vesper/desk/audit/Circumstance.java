package dev.vesper.desk.audit;

/**
 * What an audit row of the newest form says beside.
 *
 * @param origin from where, see {@link Origin#text}
 */
public record Circumstance(String origin, Change change) {}
