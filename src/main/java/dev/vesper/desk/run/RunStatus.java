package dev.vesper.desk.run;

/** Where a run stands. */
public enum RunStatus {
    RUNNING,
    /** A person is asked; see ./vesper tasks list. */
    WAITING,
    DONE,
    /** A gate or a person said no. */
    REFUSED,
    /** Closed by a person before it ended, or superseded by a run that replays it; nothing more is done for it. */
    ABANDONED,
    /** Something broke; the message is in the stage; ./vesper eod --resume goes on. */
    FAILED;

    public boolean ended() {
        return this == DONE || this == REFUSED || this == ABANDONED;
    }
}
