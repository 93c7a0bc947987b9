package dev.vesper.desk.run;

import java.util.Locale;

/** Where a stage of a run stands. */
public enum StageState {
    RUNNING,
    DONE,
    /** A gate said no. */
    REFUSED,
    /** Something broke; the stage is worked again when the run is resumed. */
    FAILED;

    /** As it is stored and shown, for example {@code done}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a word.
     *
     * @throws IllegalArgumentException where nothing is called so
     */
    public static StageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
