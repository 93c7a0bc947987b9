package dev.vesper.desk.trace;

import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.RunRecord;

/**
 * The ids of a run's trace, in the form of W3C Trace Context. They follow from what the store keeps of the run, so a process
 * that goes on with it after a crash goes on with its trace, and two Vespers that both have a run {@code 2018-04-11-001} have
 * two traces.
 *
 * @param trace 32 hex digits
 * @param root the id of the span of the whole run, 16 hex digits
 */
public record RunTrace(String trace, String root) {
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;

    /** The trace of a run as it was stored: not of a record that was just made, whose time is finer. */
    public static RunTrace of(RunRecord run) {
        String sum = Sha256.of("run " + run.id() + " of " + run.firm() + " at "
                + run.openedAt().toEpochMilli());
        return new RunTrace(sum.substring(0, TRACE_DIGITS), sum.substring(TRACE_DIGITS, TRACE_DIGITS + SPAN_DIGITS));
    }

    /**
     * The id of the span of a part of the run: told twice it is the same one.
     *
     * @param what names the part and its try, for example {@code stage/report/1523484000000}
     */
    public String part(String what) {
        return Sha256.of(trace + "/" + what).substring(0, SPAN_DIGITS);
    }
}
