package dev.vesper.data.rows;

/**
 * One value of a row.
 *
 * @param column of the contract
 * @param was as it was delivered; empty where there is none
 * @param becomes what it is used as; the same where it is not corrected
 */
public record RowCell(String column, String was, String becomes) {
    /** Whether it is used as something else. */
    public boolean changed() {
        return !was.equals(becomes);
    }

    /** For people: {@code close -3 -> 10.2}, or {@code close -3}. */
    public String words() {
        return column + " " + shown(was) + (changed() ? " -> " + shown(becomes) : "");
    }

    private static String shown(String value) {
        return value.isBlank() ? "(empty)" : value;
    }
}
