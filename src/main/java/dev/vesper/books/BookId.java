package dev.vesper.books;

/**
 * Whose ledger it is. A rehearsal has one of its own, in every key, so that no question about the real one can see it.
 *
 * @param firm the firm's folder
 */
public record BookId(String firm, boolean rehearsal) {
    private static final String REAL = "real:";
    private static final String REHEARSAL = "rehearsal:";

    /** As it is stored, for example {@code rehearsal:/firms/small}. */
    public String value() {
        return (rehearsal ? REHEARSAL : REAL) + firm;
    }

    /**
     * The book of a stored name.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static BookId of(String value) {
        if (value.startsWith(REAL)) {
            return new BookId(value.substring(REAL.length()), false);
        }
        if (value.startsWith(REHEARSAL)) {
            return new BookId(value.substring(REHEARSAL.length()), true);
        }
        throw new IllegalArgumentException(
                "Expected a book that begins with " + REAL + " or " + REHEARSAL + ", but got \"" + value + "\"");
    }

    @Override
    public String toString() {
        return value();
    }
}
