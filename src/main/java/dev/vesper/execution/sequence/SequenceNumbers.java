package dev.vesper.execution.sequence;

/**
 * Where a FIX session stands: what its two sides number their messages with (MsgSeqNum, tag 34).
 *
 * @param nextSender number of the next message that we send, from 1
 * @param nextTarget number of the next message that we expect of the venue, from 1
 */
public record SequenceNumbers(int nextSender, int nextTarget) {
    /** FIX gives the number nine digits. */
    public static final int MOST = 999_999_999;

    /** Whether both can stand in a message. */
    boolean possible() {
        return nextSender >= 1 && nextSender <= MOST && nextTarget >= 1 && nextTarget <= MOST;
    }

    /** For people: {@code next sender 17, next target 12}. */
    public String words() {
        return "next sender " + nextSender + ", next target " + nextTarget;
    }
}
