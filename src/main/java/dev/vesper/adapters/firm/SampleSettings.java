package dev.vesper.adapters.firm;

import dev.vesper.basics.Problem;
import java.time.LocalDate;

/**
 * How large a generated firm is.
 *
 * @param instruments 1 to 5,120
 * @param years of business days (Monday to Friday) up to and including the last date
 * @param accounts 1 to 999
 * @param seed the same settings give the same bytes on any machine
 */
public record SampleSettings(int instruments, int years, int accounts, long seed) {
    /** The last day of every sample firm; fixed, because the same seed must give the same bytes on any day. */
    public static final LocalDate LAST_DATE = LocalDate.of(2025, 12, 31);

    public SampleSettings {
        inRange("instruments", instruments, SampleNames.MOST);
        inRange("years", years, 50);
        inRange("accounts", accounts, 999);
    }

    /** 40 instruments, 5 years, 3 accounts, seed 42. */
    public static SampleSettings standard() {
        return new SampleSettings(40, 5, 3, FirmYaml.SEED);
    }

    private static void inRange(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw Problem.usage("Expected 1 to " + most + " " + what + ", but got " + value);
        }
    }
}
