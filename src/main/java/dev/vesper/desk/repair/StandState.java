package dev.vesper.desk.repair;

import java.util.Locale;

/** Where a run stands that stands still, or did. */
public enum StandState {
    STANDS_STILL("stands still"),
    /** Somebody let it go on; whether it is mended is seen when the stage has answered. */
    TRIED("tried again, waiting for proof"),
    /** The stage that had kept it has answered since. */
    MENDED("mended"),
    /** It is not worked any more, and was not mended. */
    CLOSED("closed");

    private final String words;

    StandState(String words) {
        this.words = words;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public String words() {
        return words;
    }
}
