package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.killswitch.KillRecord;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One kill switch as the pages write it.
 *
 * @param stops what it stops
 * @param asked who asks for its release and why, or empty
 * @param askedAt since when, or empty
 * @param releasedBy who agreed, or empty
 * @param releaseHref where the form goes that asks for its release, or empty where it is asked for or released
 */
public record KillLine(
        String id,
        String stops,
        boolean on,
        String state,
        Tone tone,
        String by,
        String at,
        String reason,
        String asked,
        String askedAt,
        String releasedBy,
        String releasedAt,
        String releaseHref) {
    public static KillLine of(KillRecord kill) {
        String asker = Objects.requireNonNullElse(kill.askedBy(), "");
        return new KillLine(
                kill.id(),
                kill.stops(),
                kill.on(),
                kill.word(),
                kill.on() ? Tone.BAD : Tone.QUIET,
                kill.by(),
                Numbers.stamp(kill.at()),
                kill.reason(),
                asker.isEmpty() ? "" : asker + ": " + kill.askedReason(),
                stamp(kill.askedAt()),
                Objects.requireNonNullElse(kill.releasedBy(), ""),
                stamp(kill.releasedAt()),
                kill.on() && asker.isEmpty()
                        ? PagePath.ROOT + "kill-switch/" + PercentText.encoded(kill.id()) + "/release"
                        : "");
    }

    private static String stamp(@Nullable Instant at) {
        return at == null ? "" : Numbers.stamp(at);
    }
}
