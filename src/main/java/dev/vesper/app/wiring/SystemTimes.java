package dev.vesper.app.wiring;

import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Problem;
import dev.vesper.basics.SimulatedClock;
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

    /**
     * The machine's clock, or the simulated one of a state folder that is for practice.
     *
     * @throws Problem of kind INPUT where practice would reach a server that real days use
     */
    public static Times of(Settings settings) {
        Times machine = in(settings.zone());
        return new PracticeFile(settings.state())
                .read()
                .map(from -> {
                    refuseServers(settings);
                    return new Times(
                            new SimulatedClock(from, machine.clock(), machine.elapsedNanos()),
                            machine.zone(),
                            machine.elapsedNanos());
                })
                .orElse(machine);
    }

    /** What is practised reaches nothing outside the state folder. */
    static void refuseServers(Settings settings) {
        String server = settings.zeebe().isPresent()
                ? "VESPER_ZEEBE_ADDRESS"
                : settings.database().isPresent()
                        ? "VESPER_DB_URL"
                        : settings.s3().isPresent() ? "VESPER_S3_ENDPOINT" : "";
        if (!server.isEmpty()) {
            throw Problem.usage(
                    "Expected practice on embedded parts alone, because a simulated clock must not reach what"
                            + " real days use, but " + server + " is set and " + settings.state()
                            + " is a folder for practice; unset it, or set another VESPER_VAR");
        }
    }
}
