package dev.vesper.desk.run;

import dev.vesper.basics.RunId;

/** A stage from which a day can be replayed: it and all after it are worked anew, in a new run. */
public enum ReplayFrom {
    /** Everything anew: the firm's files as they are now, and the books as they open now. */
    CHECK_DATA("check-data"),
    /** On the frozen files of the run before it, and on the data that was accepted there. */
    REBALANCE("rebalance");

    private final String word;

    ReplayFrom(String word) {
        this.word = word;
    }

    /** As people read it: the job of the stage. */
    public String word() {
        return word;
    }

    /** Whether files and checked data are taken over from the run before. */
    public boolean takesOver() {
        return this == REBALANCE;
    }

    /** What the audit says of a run that was opened so. */
    String told(RunId old) {
        return "replays " + old + " from " + word;
    }
}
