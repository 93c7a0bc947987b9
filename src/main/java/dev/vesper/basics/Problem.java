package dev.vesper.basics;

/**
 * Something the user must hear about, with the exit code it ends in. The message follows "Expected ..., but ...; maybe
 * ..." and holds the values; no stack trace is shown for it.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the work stopped; the exit codes are those of the whole command line. */
    public enum Kind {
        /** Wrong usage or unreadable input: the user mends the command or the file. */
        INPUT(2),
        /** A gate said no: data, limit or approval. */
        REFUSED(3),
        /** Something that is needed does not answer: a port, a lock, a disk, a remote engine. */
        UNAVAILABLE(4);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    private Problem(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    private Problem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static Problem input(Place place, String message) {
        return new Problem(Kind.INPUT, place + ": " + message);
    }

    public static Problem usage(String message) {
        return new Problem(Kind.INPUT, message);
    }

    public static Problem refused(String message) {
        return new Problem(Kind.REFUSED, message);
    }

    public static Problem unavailable(String message) {
        return new Problem(Kind.UNAVAILABLE, message);
    }

    public static Problem unavailable(String message, Throwable cause) {
        return new Problem(Kind.UNAVAILABLE, message, cause);
    }

    public Kind kind() {
        return kind;
    }
}
