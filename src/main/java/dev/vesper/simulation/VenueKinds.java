package dev.vesper.simulation;

import dev.vesper.basics.Registry;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.market.Venue;
import java.util.List;

/** The sorts of venue that can be simulated: a new one is a line here. */
public final class VenueKinds {
    private static final VenueKind LIT = new LitVenue();
    private static final VenueKind MIDPOINT = new MidpointVenue();

    public static final Registry<VenueKind> ALL = Registry.of("kind of venue", VenueKind::word, List.of(LIT, MIDPOINT));

    /** Our own name on a FIX session where the table gives none. */
    public static final String OWN_NAME = "VESPER";

    private VenueKinds() {}

    /** The venues of a firm that has no table of them. */
    public static List<Venue> standard(ExecutionSettings settings) {
        return List.of(LIT.venue("LIT", settings), MIDPOINT.venue("MIDPOINT", settings));
    }
}
