package dev.vesper.desk.run;

/**
 * A stage of the day as people see it, for example {@code approve-trades}: in the store, over the API, on the page and on
 * the terminal. Several stages of the processes may be shown as one.
 *
 * @param word in lower case with hyphens, at most 40 characters
 */
public record ShownStage(String word) {
    public ShownStage {
        if (!word.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "Expected a stage in lower case with hyphens, for example check-data, but got \"" + word + "\"");
        }
    }

    @Override
    public String toString() {
        return word;
    }
}
