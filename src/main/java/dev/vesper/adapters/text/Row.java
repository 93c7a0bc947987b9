package dev.vesper.adapters.text;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One data row; every complaint about a cell names file, line and column. */
public record Row(Header header, long line, List<String> cells) {

    public String cell(int index) {
        return PlainText.stripped(cells.get(index));
    }

    public Place place(int index) {
        return new Place(header.file(), line, index + 1);
    }

    /** A cell that must not be empty. */
    public String text(String column) {
        int index = header.require(column);
        String text = cell(index);
        if (text.isEmpty()) {
            throw Problem.input(place(index), "Expected " + article(column) + ", but the cell is empty");
        }
        refuseControls(text, index);
        return text;
    }

    /** A cell that names something, as it can be seen: see {@link PlainText#visible}. */
    public String name(String column) {
        return PlainText.visible(text(column));
    }

    /** A cell that may be empty, or whose column may be absent. */
    public String textOr(String column, String otherwise) {
        return header.find(column).map(this::cell).filter(t -> !t.isEmpty()).isPresent() ? text(column) : otherwise;
    }

    public BigDecimal decimal(String column) {
        return Cells.decimal(text(column), place(header.require(column)));
    }

    /**
     * A number within bounds, so that what passes the reading does not fail later.
     *
     * @param least and {@code most}, both allowed, as people write them
     */
    public BigDecimal between(String column, String least, String most) {
        BigDecimal value = decimal(column);
        if (value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
            throw problem(
                    column,
                    "Expected " + article(column) + " from " + least + " to " + most + ", but got " + text(column));
        }
        return value;
    }

    /** A number greater than zero. */
    public BigDecimal positive(String column, BigDecimal otherwise) {
        if (textOr(column, "").isEmpty()) {
            return otherwise;
        }
        BigDecimal value = decimal(column);
        if (value.signum() <= 0) {
            throw Problem.input(
                    place(header.require(column)),
                    "Expected " + article(column) + " greater than zero, but got " + text(column));
        }
        return value;
    }

    public LocalDate date(String column) {
        return Cells.date(text(column), place(header.require(column)));
    }

    public Problem problem(String column, String message) {
        return Problem.input(place(header.require(column)), message);
    }

    private void refuseControls(String text, int index) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw Problem.input(
                        place(index),
                        "Expected plain text, but there is a control character (code " + (int) text.charAt(i)
                                + "); maybe a line break inside quotes");
            }
        }
    }

    private static String article(String column) {
        return ("aeiou".indexOf(column.charAt(0)) >= 0 ? "an " : "a ") + column.replace('_', ' ');
    }
}
