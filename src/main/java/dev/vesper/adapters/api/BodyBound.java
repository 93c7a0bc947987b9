package dev.vesper.adapters.api;

/** How long a body may be, in bytes. */
public final class BodyBound {
    /** Of whoever asks, for whatever is asked. */
    public static final int USUAL = 64 * 1024;

    /** Of who may send tables, where tables are taken: a file of 4 MiB, as text or in base 64. */
    public static final int TABLES = 8 * 1024 * 1024;

    private BodyBound() {}

    /** Says that a body is longer, and what to do. */
    public static String sentence(int most) {
        return most == USUAL
                ? "Expected at most " + USUAL + " bytes, but the body is longer; send less at a time"
                : "Expected at most " + most + " bytes, but the body is longer; take fewer rows, or bring the files by"
                        + " ./vesper rules draft begin --folder";
    }
}
