package dev.vesper.basics;

import java.util.Optional;

/** A whole number in a closed range: {@code 250}. */
record WholeParser(long least, long most) implements Parser<Long> {
    @Override
    public Optional<Long> read(String text) {
        try {
            long value = Long.parseLong(text);
            return value >= least && value <= most ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    @Override
    public String write(Long value) {
        return value.toString();
    }

    @Override
    public String expected() {
        return "a whole number from " + least + " to " + most;
    }
}
