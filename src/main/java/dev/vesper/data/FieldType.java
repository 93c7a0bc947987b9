package dev.vesper.data;

/** What a field's text must read as. */
public enum FieldType {
    STRING("a text"),
    DATE("a date"),
    NUMBER("a number"),
    INTEGER("a whole number"),
    BOOLEAN("true or false"),
    /** A type Vesper does not check: timestamps, times, objects, arrays. */
    OTHER("of its type");

    private final String phrase;

    FieldType(String phrase) {
        this.phrase = phrase;
    }

    /** For a sentence: "must be {@code a number}". */
    public String phrase() {
        return phrase;
    }
}
