package dev.vesper.app.wiring;

import dev.vesper.basics.Times;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;

/** The one place where the clock and the zone of this machine are taken; everybody else is given {@link Times}. */
public final class SystemTimes {
    private SystemTimes() {}

    /**
     * The machine's clock. A given zone becomes that of this process too: the embedded engine reads its schedules in it
     * and takes none.
     *
     * @param zone the zone of the business, or empty for the machine's
     */
    public static Times in(Optional<ZoneId> zone) {
        zone.map(TimeZone::getTimeZone).ifPresent(TimeZone::setDefault);
        return new Times(InstantSource.system(), zone.orElseGet(ZoneId::systemDefault), System::nanoTime);
    }
}
