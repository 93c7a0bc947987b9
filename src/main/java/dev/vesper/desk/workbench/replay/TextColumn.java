package dev.vesper.desk.workbench.replay;

/**
 * A column of texts of which many are the same.
 *
 * @param words each text once
 * @param codes by row: where its text stands among the words; -1 where the row has none
 */
@SuppressWarnings("ArrayRecordComponent") // a million rows: columns are arrays, and nobody compares them
public record TextColumn(String[] words, int[] codes) {
    /** Which code a text has; -1 where no row has it. */
    public int code(String text) {
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals(text)) {
                return i;
            }
        }
        return -1;
    }
}
