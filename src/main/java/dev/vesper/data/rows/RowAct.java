package dev.vesper.data.rows;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/** What people decide of a row that a contract set aside. */
public enum RowAct {
    /** It is used as it was delivered. */
    RELEASE("released"),
    /** It is used with other values. */
    CORRECT("corrected"),
    /** It stays out, for good. */
    REJECT("rejected");

    private static final Registry<RowAct> WORDS = Registry.of("act on a row", RowAct::word, List.of(values()));

    private final String past;

    RowAct(String past) {
        this.past = past;
    }

    /** As it is typed, stored and shown, for example {@code release}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a row is once two people agree, for example {@code released}. */
    public String past() {
        return past;
    }

    /**
     * The act of a word.
     *
     * @throws Problem of kind INPUT that names the known words
     */
    public static RowAct of(String word) {
        return WORDS.get(word);
    }
}
