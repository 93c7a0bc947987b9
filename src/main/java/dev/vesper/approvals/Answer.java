package dev.vesper.approvals;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/** What a person says to a question: yes or no. */
public enum Answer {
    /** Proposes, approves or releases: the day goes on. */
    APPROVE,
    /** Declines, rejects or withholds: the day ends without trading. */
    REJECT;

    private static final Registry<Answer> WORDS = Registry.of("answer", Answer::word, List.of(values()));

    /** As it is typed, stored and sent: {@code approve} or {@code reject}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The answer of a word.
     *
     * @throws Problem of kind INPUT that names the known words
     */
    public static Answer of(String word) {
        return WORDS.get(word);
    }
}
