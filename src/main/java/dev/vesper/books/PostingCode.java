package dev.vesper.books;

import java.util.Locale;

/** Why an amount is in its account, where the account alone does not tell. */
public enum PostingCode {
    /** The thing itself: the price paid, the units, the cash. */
    PRINCIPAL,
    /** A trade's fee: part of the basis of a purchase, less proceeds of a sale. */
    FEE,
    /** Opens a short lot of an account that may be short. */
    SHORT_SALE,
    /** More was sold than there was, by an account that may not be short: booked as it happened, and found by verify. */
    UNCOVERED,
    /** A loss that a wash sale disallows: less of the loss, more of what the replacement costs. */
    WASH_SALE;

    /** As it is stored and shown, for example {@code short-sale}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of a word. */
    public static PostingCode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
