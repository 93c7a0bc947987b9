package dev.vesper.desk.checkdata;

/**
 * What became of a row that was set aside.
 *
 * @param question that decided it, or that another person answers; empty where nobody asked
 * @param words what was asked, old values beside new ones; empty where nothing was
 */
public record RowFate(Kind kind, String question, String words) {
    /** It is set aside, and nobody asked for anything else. */
    public static final RowFate OPEN = new RowFate(Kind.OPEN, "", "");

    /** In one word. */
    public enum Kind {
        /** It is set aside, and nobody asked for anything else. */
        OPEN("set aside"),
        /** Somebody asked, and another person has not answered yet. */
        ASKED("asked for"),
        /** It is used as it was delivered. */
        RELEASED("released"),
        /** It is used with other values. */
        CORRECTED("corrected"),
        /** It stays out, as two people decided. */
        REJECTED("rejected"),
        /** Nobody decided it, but it breaks no rule any more now that others are decided. */
        PASSES("passes now");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
