package dev.vesper.execution;

/**
 * The trading session cut into time slices; the last one may be shorter. Times are milliseconds since midnight at the
 * venue.
 *
 * @param openMillis start of the first slice
 * @param closeMillis end of the last
 * @param sliceMillis length of one slice
 */
public record Session(long openMillis, long closeMillis, long sliceMillis) {
    public Session {
        if (closeMillis <= openMillis || sliceMillis <= 0) {
            throw new IllegalArgumentException(
                    "Expected a session that opens before it closes, in slices of a minute or" + " more, but got "
                            + openMillis + " to " + closeMillis + " ms in slices of " + sliceMillis + " ms");
        }
    }

    public int slices() {
        return Math.toIntExact((closeMillis - openMillis + sliceMillis - 1) / sliceMillis);
    }

    public long startMillis(int slice) {
        return openMillis + slice * sliceMillis;
    }

    public long endMillis(int slice) {
        return Math.min(closeMillis, openMillis + (slice + 1) * sliceMillis);
    }
}
