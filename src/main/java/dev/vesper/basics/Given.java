package dev.vesper.basics;

/**
 * A parameter's value as somebody wrote it.
 *
 * @param word the name of the parameter, perhaps misspelt
 * @param text its value, not yet understood
 * @param place where it was written: a file's line and column, or an option of the command line
 */
public record Given(String word, String text, Place place) {
    /**
     * From an option's text.
     *
     * @param option the option's name, for example {@code --set}
     * @param text for example {@code shrinkage=0.5}
     * @throws Problem of kind INPUT where it is no name, equals sign and value
     */
    public static Given option(String option, String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw Problem.usage("Expected NAME=VALUE behind " + option + ", but got \"" + text + "\"");
        }
        return new Given(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip(), Place.of(option + " " + text));
    }
}
