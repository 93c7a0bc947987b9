package dev.vesper.adapters.report.block;

/** How a word stands out. */
public enum Tone {
    NONE(""),
    GOOD("good"),
    WARN("warn"),
    BAD("bad"),
    QUIET("quiet");

    private final String style;

    Tone(String style) {
        this.style = style;
    }

    /** The class in report.css. */
    public String style() {
        return style;
    }
}
