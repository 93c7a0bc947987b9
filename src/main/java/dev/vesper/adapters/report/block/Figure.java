package dev.vesper.adapters.report.block;

/**
 * One number with its name, for example "Fill rate 98.2% of notional".
 *
 * @param note a word on it, or empty
 */
public record Figure(String label, String value, String note, Tone tone) {
    public static Figure of(String label, String value) {
        return new Figure(label, value, "", Tone.NONE);
    }

    public static Figure of(String label, String value, String note) {
        return new Figure(label, value, note, Tone.NONE);
    }
}
