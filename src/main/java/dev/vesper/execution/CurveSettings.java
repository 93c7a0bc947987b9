package dev.vesper.execution;

import java.util.List;

/**
 * What shapes the curves of strategies that are not even over time.
 *
 * @param volumeProfile for VWAP, how the market's volume falls on equal parts of the session, in any unit; one at least is above
 *     0. Example: {@code 3, 1, 2} on a session of six hours, half of it in the first two
 * @param urgency for implementation shortfall, kappa times the length of the session in the closed form of Almgren and Chriss
 *     (2000), 0 to 50: 0 is a straight line; at 3 half is done after 23 % of the session, at 10 after 7 %
 */
public record CurveSettings(List<Long> volumeProfile, double urgency) {
    /**
     * The volume that a day of trading usually has, a U: thirteen parts, as the even half hours of an American session, a parabola
     * from 355 at either end to 100 at noon.
     */
    public static final List<Long> USUAL_PROFILE =
            List.of(355L, 277L, 213L, 163L, 128L, 107L, 100L, 107L, 128L, 163L, 213L, 277L, 355L);

    public static final CurveSettings STANDARD = new CurveSettings(USUAL_PROFILE, 3);

    public CurveSettings {
        volumeProfile = List.copyOf(volumeProfile);
        if (volumeProfile.stream().anyMatch(part -> part < 0)
                || volumeProfile.stream().allMatch(part -> part == 0)) {
            throw new IllegalArgumentException(
                    "Expected a volume profile of 0 or more in each part, and above 0 in one, but got "
                            + volumeProfile);
        }
        if (!(urgency >= 0 && urgency <= 50)) {
            throw new IllegalArgumentException("Expected an urgency of 0 to 50, but got " + urgency);
        }
    }
}
