package dev.vesper.desk.audit.anchor;

import java.time.Instant;

/**
 * One place and what it holds, as it was last seen.
 *
 * @param kept how many anchors can be read there; 0 where it cannot be read from here
 * @param sequence the newest of them, or the newest that was sent there since this Vesper started; 0 where there is none
 * @param at when that was anchored; 1970 where there is none
 * @param guarantee what the place does to keep it, as it was seen to do; empty where nothing was kept yet
 * @param trouble why the last try failed; empty where none did
 */
public record AnchorState(String place, int kept, long sequence, Instant at, String guarantee, String trouble) {}
