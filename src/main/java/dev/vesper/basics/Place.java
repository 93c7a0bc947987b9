package dev.vesper.basics;

/**
 * Where in an input file something was found. Line and column count from 1; 0 means "the file as a whole" or "the whole
 * line".
 */
public record Place(String file, long line, int column) {
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    public static Place of(String file, long line) {
        return new Place(file, line, 0);
    }

    /** The form compilers use and editors understand: {@code prices.csv:12:3}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }
}
