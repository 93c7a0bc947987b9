package dev.vesper.desk.workbench.sheet;

/**
 * One column of a table.
 *
 * @param name the expression of an input ({@code Asset class}), the name of an output ({@code limit}) or of an annotation
 *     ({@code Why}); empty where the file has none
 * @param label what a modeller shows in its place; may be empty
 * @param type as the file says it, such as {@code string}; may be empty
 * @param allowed the values that the file allows, as FEEL: {@code "buy", "sell"}; may be empty
 */
public record SheetColumn(Kind kind, String name, String label, String type, String allowed) {
    /** An input of a type, without a label of its own or values. */
    public static SheetColumn input(String name, String type) {
        return new SheetColumn(Kind.INPUT, name, "", type, "");
    }

    /** What a sheet calls it where no other column is called so. */
    String title() {
        return !name.isBlank() ? name.strip() : !label.isBlank() ? label.strip() : kind.word();
    }

    /** What a column is for; the columns of a sheet come in this order. */
    public enum Kind {
        INPUT("input"),
        OUTPUT("output"),
        ANNOTATION("annotation"),
        /** What a modeller with one annotation keeps as the description of each row. */
        DESCRIPTION("description");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
