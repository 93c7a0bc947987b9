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
    private final boolean forbidden;
    private final boolean unknown;

    /** Characters of the longest sentence that is still read: a cell of a megabyte is shown by its beginning and end. */
    private static final int LONGEST = 1_200;

    private static final int END = 300;

    private Problem(Kind kind, String message, Throwable cause) {
        super(shortened(message), cause);
        this.kind = kind;
        this.forbidden = false;
        this.unknown = false;
    }

    private Problem(Kind kind, String message) {
        this(kind, message, /* forbidden= */ false, /* unknown= */ false);
    }

    private Problem(Kind kind, String message, boolean forbidden, boolean unknown) {
        super(shortened(message));
        this.kind = kind;
        this.forbidden = forbidden;
        this.unknown = unknown;
    }

    /** A sentence as people can read it: of a very long one its beginning and its end. */
    public static String shortened(String message) {
        return message.length() <= LONGEST
                ? message
                : message.substring(0, LONGEST - END) + " [...] " + message.substring(message.length() - END);
    }

    /** A mistake in a file, in one line also where the file's own text has several. */
    public static Problem input(Place place, String message) {
        return new Problem(Kind.INPUT, Visible.line(place + ": " + message));
    }

    public static Problem usage(String message) {
        return new Problem(Kind.INPUT, message);
    }

    /** Somebody asks about a thing that is not there, for example a run of an id that no run has. */
    public static Problem unknown(String message) {
        return new Problem(Kind.INPUT, message, /* forbidden= */ false, /* unknown= */ true);
    }

    public static Problem refused(String message) {
        return new Problem(Kind.REFUSED, message);
    }

    /** Refused to whoever asks, who may not do such a thing at all; another person might. */
    public static Problem forbidden(String message) {
        return new Problem(Kind.REFUSED, message, /* forbidden= */ true, /* unknown= */ false);
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

    /** Of what is refused, whether it is for who asks and not for what is asked. */
    public boolean forbidden() {
        return forbidden;
    }

    /** Of wrong input, whether what is asked about is not there. */
    public boolean unknown() {
        return unknown;
    }
}
