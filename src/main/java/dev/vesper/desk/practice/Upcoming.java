package dev.vesper.desk.practice;

import java.time.Instant;

/**
 * Something that happens when its hour comes.
 *
 * @param at the moment
 * @param local the same in the zone of the business, for example {@code 2018-04-11T18:30}
 * @param what in words, for example {@code the schedule opens a day}
 */
public record Upcoming(Instant at, String local, String what) {}
