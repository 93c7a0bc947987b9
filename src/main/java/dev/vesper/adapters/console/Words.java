package dev.vesper.adapters.console;

import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.StageState;
import java.time.Duration;
import java.util.Locale;

/** Times, counts and states as people read them. */
public final class Words {
    private Words() {}

    /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 05 s}, {@code 2 h 10 min}. */
    public static String lasted(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Tone tone(RunStatus status) {
        return switch (status) {
            case RUNNING -> Tone.BUSY;
            case WAITING -> Tone.WARN;
            case DONE -> Tone.GOOD;
            case REFUSED, FAILED -> Tone.BAD;
            case ABANDONED -> Tone.QUIET;
        };
    }

    static Tone tone(StageState state) {
        return switch (state) {
            case RUNNING -> Tone.BUSY;
            case DONE -> Tone.GOOD;
            case REFUSED, FAILED -> Tone.BAD;
        };
    }

    /** Who answers, as an argument of a shell; {@code NAME} where nobody is named. */
    static String name(Caller caller) {
        return caller.person().map(Words::shell).orElse("NAME");
    }

    /** As an argument of a shell: as it is where it is plain, else in quotes. */
    static String shell(String argument) {
        boolean plain = !argument.isEmpty()
                && argument.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "-_./@".indexOf(c) >= 0);
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
