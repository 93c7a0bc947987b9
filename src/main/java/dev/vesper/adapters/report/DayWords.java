package dev.vesper.adapters.report;

import dev.vesper.adapters.report.block.Tone;
import dev.vesper.desk.run.RunStatus;

/** How a day ended, in words. */
record DayWords(String words, Tone tone) {
    static DayWords of(RunStatus status) {
        return switch (status) {
            case RUNNING -> new DayWords("Running", Tone.WARN);
            case WAITING -> new DayWords("Waiting for a person", Tone.WARN);
            case DONE -> new DayWords("Done", Tone.GOOD);
            case REFUSED -> new DayWords("Refused", Tone.BAD);
            case ABANDONED -> new DayWords("Abandoned", Tone.BAD);
            case FAILED -> new DayWords("Failed", Tone.BAD);
        };
    }
}
