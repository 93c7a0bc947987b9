package dev.vesper.desk.repair;

import dev.vesper.basics.RunId;

/**
 * What became at once of one of several runs that somebody tried again together. Whether it is mended is told later, where it
 * stands.
 *
 * @param gone whether it goes on
 * @param said where it stands, or why it was left alone
 */
public record Retried(RunId run, boolean gone, String said) {
    /** It goes on. */
    public static Retried on(Standstill now) {
        return new Retried(now.run().id(), true, now.state().words());
    }

    /** It was left as it is. */
    public static Retried left(RunId run, String why) {
        return new Retried(run, false, why);
    }
}
