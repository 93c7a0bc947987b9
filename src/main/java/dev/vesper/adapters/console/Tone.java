package dev.vesper.adapters.console;

/** How a word is coloured, beside what it says. */
public enum Tone {
    QUIET,
    BUSY,
    GOOD,
    WARN,
    BAD;

    /** Its class in the style sheet. */
    public String style() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
