package dev.vesper.books;

/**
 * What happened, in one word: kinds are added as the books learn more, so this is no closed list.
 *
 * @param word small letters and hyphens, for example {@code trade}
 */
public record EntryKind(String word) {
    /** Cash and lots with which the books of an account begin. */
    public static final EntryKind OPENING = new EntryKind("opening");
    /** All fills of one order. */
    public static final EntryKind TRADE = new EntryKind("trade");
    /** What stands of the fills of one order, after a venue amended some of those that a trade had booked. */
    public static final EntryKind AMENDED_TRADE = new EntryKind("amended-trade");
    /** Cash and units of an account's trades change hands. */
    public static final EntryKind SETTLEMENT = new EntryKind("settlement");
    /** Takes an entry back, line for line. */
    public static final EntryKind REVERSAL = new EntryKind("reversal");
    /** A trade that was taken back, booked anew. */
    public static final EntryKind CORRECTION = new EntryKind("correction");
    /** A loss that does not count, because what was sold was replaced. */
    public static final EntryKind WASH_SALE = new EntryKind("wash-sale");
    /** No entry counts from its day or an earlier one any more. It has no lines. */
    public static final EntryKind CLOSE = new EntryKind("close");

    public EntryKind {
        boolean plain = !word.isEmpty() && word.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z'));
        if (!plain) {
            throw new IllegalArgumentException(
                    "Expected a kind of entry in small letters and hyphens, but got \"" + word + "\"");
        }
    }

    /** Whether it books the fills of an order. */
    public boolean ofFills() {
        return equals(TRADE) || equals(AMENDED_TRADE);
    }

    @Override
    public String toString() {
        return word;
    }
}
