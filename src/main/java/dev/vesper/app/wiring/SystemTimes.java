package dev.vesper.app.wiring;

import dev.vesper.basics.Times;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** The one place where the clock and the zone of this machine are taken; everybody else is given {@link Times}. */
public final class SystemTimes {
    private SystemTimes() {}

    /**
     * The machine's clock.
     *
     * @param zone the zone of the business, or empty for the machine's
     */
    public static Times in(Optional<ZoneId> zone) {
        return new Times(InstantSource.system(), zone.orElseGet(ZoneId::systemDefault), System::nanoTime);
    }
}
