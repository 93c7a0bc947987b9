package dev.vesper.desk.run;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a run stands still, for example {@code report: Expected 20 MB free, but only 3 MB are}.
 *
 * @param what in plain words: the stage or the process's element, and what is wrong with it
 */
public record Incident(Instant at, String what) {
    /** What is said of a stage that gave up. */
    public static String of(StageName stage, String what) {
        return stage.job() + ": " + what;
    }

    /** The job of the stage that gave up; empty where the process itself cannot go on. */
    public Optional<String> stage() {
        int colon = what.indexOf(": ");
        String word = what.substring(0, Math.max(0, colon));
        return word.matches("[a-z][a-z0-9-]*") ? Optional.of(word) : Optional.empty();
    }

    /** What is wrong, without the stage. */
    public String cause() {
        return stage().map(stage -> what.substring(stage.length() + 2)).orElse(what);
    }
}
