package dev.vesper.desk.run;

import java.time.Instant;

/**
 * Why a run stands still, for example {@code report: Expected 20 MB free, but only 3 MB are}.
 *
 * @param what in plain words: the stage or the process's element, and what is wrong with it
 */
public record Incident(Instant at, String what) {}
