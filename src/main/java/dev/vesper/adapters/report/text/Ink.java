package dev.vesper.adapters.report.text;

/** The colours of a terminal, or none. */
public record Ink(boolean on) {
    public String bold(String text) {
        return wrapped("1", text);
    }

    public String quiet(String text) {
        return wrapped("2", text);
    }

    public String good(String text) {
        return wrapped("32", text);
    }

    public String warn(String text) {
        return wrapped("33", text);
    }

    public String bad(String text) {
        return wrapped("31", text);
    }

    /** Dark on yellow. */
    public String loud(String text) {
        return wrapped("30;43;1", text);
    }

    private String wrapped(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
