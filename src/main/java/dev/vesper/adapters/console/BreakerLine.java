package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.breaker.BreakerRecord;
import dev.vesper.execution.breaker.BreakerPosition;
import java.util.Objects;

/**
 * The circuit breaker of a venue as the page writes it.
 *
 * @param anchor its place on the page
 * @param closed whether orders go there
 * @param slice first slice that it holds for, or empty where it never moved
 * @param over whether its run has ended
 * @param href what its forms begin with
 */
public record BreakerLine(
        String anchor,
        String venue,
        String run,
        String runHref,
        String state,
        Tone tone,
        boolean closed,
        String slice,
        String since,
        String why,
        String by,
        boolean over,
        String href) {
    static BreakerLine of(BreakerRecord breaker) {
        String run = breaker.run().value();
        return new BreakerLine(
                "breaker-" + run + "-" + breaker.venue(),
                breaker.venue(),
                run,
                RunLine.href(run),
                breaker.position().words(),
                switch (breaker.position()) {
                    case CLOSED -> Tone.GOOD;
                    case OPEN -> Tone.BAD;
                    case HALF_OPEN -> Tone.WARN;
                },
                breaker.position() == BreakerPosition.CLOSED,
                breaker.slice() == 0 ? "" : Numbers.count(breaker.slice()),
                breaker.since() == null ? "" : Numbers.stamp(Objects.requireNonNull(breaker.since())),
                breaker.why(),
                breaker.by(),
                breaker.over(),
                PagePath.ROOT + "venues/" + run + "/" + PercentText.encoded(breaker.venue()) + "/breaker");
    }
}
