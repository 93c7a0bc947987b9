package dev.vesper.books.flow;

import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A correction: an entry is taken back, line for line, and where a price is said the trade is booked anew at that price. It
 * counts from the day that is said, which is in the open period.
 *
 * @param number of the entry in its book
 */
public record Reversal(FlowWords words, int number) implements Flow {
    static final FlowKind KIND = new FlowKind(
            "reverse",
            "Takes an entry back; with price (and fees) a trade is booked anew at that price.",
            List.of("entry"),
            List.of("price", "fees"),
            Reversal::of);

    private static Flow of(FlowWords words) {
        String text = words.text("entry");
        boolean digits = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) == 0) {
            throw words.problem("entry", "Expected the number of an entry, 1 or more, but got \"" + text + "\"");
        }
        if (words.has("price")) {
            words.positive("price");
        } else if (words.has("fees")) {
            throw words.problem("fees", "Expected fees with a price only");
        }
        return new Reversal(words, Integer.parseInt(text));
    }

    @Override
    public List<FlowPart> parts() {
        return List.of(new FlowPart(EntryKind.REVERSAL, words.date()));
    }

    @Override
    public Optional<BigDecimal> amount(FlowBook book) {
        return Optional.empty();
    }

    @Override
    public boolean booked(FlowPart part, FlowBook book) {
        return book.books().takenBack(why());
    }

    private String why() {
        return id() + (words.memo().isEmpty() ? "" : ": " + words.memo());
    }

    @Override
    public List<LedgerEntry> entries(FlowPart part, FlowBook book) {
        LedgerEntry wrong = book.books()
                .entry(number)
                .orElseThrow(() -> words.problem(
                        "entry",
                        "Expected the number of an entry up to " + book.books().newest() + ", but got " + number));
        if (wrong.kind().equals(EntryKind.CLOSE)) {
            throw words.problem(
                    "entry", "Expected an entry with lines, but " + number + " closes a period; that stays");
        }
        if (wrong.kind().equals(EntryKind.OPENING)) {
            throw words.problem(
                    "entry",
                    "Expected an entry after the opening, but " + number + " opens the books of " + wrong.account()
                            + "; what is wrong there is put right by a deposit, a withdrawal or a transfer");
        }
        LedgerState state = book.books().state(wrong.account());
        if (state.reversed(wrong.id())) {
            throw words.problem("entry", "Expected an entry that stands, but " + number + " was taken back already");
        }
        if (words.date().isBefore(wrong.effective())) {
            throw words.problem(
                    FlowWords.DATE,
                    "Expected a date on or after " + wrong.effective() + ", from which entry " + number
                            + " counts, but got " + words.date());
        }
        Dividend.payment(wrong)
                .filter(paid -> state.holds(paid) && !state.reversed(paid))
                .ifPresent(_ -> {
                    throw words.problem(
                            "entry",
                            "Expected no later entry on what " + number
                                    + " owes, but it was paid; take back the payment first");
                });
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(wrong.reversal(words.date(), why()));
        if (words.has("price")) {
            if (!wrong.kind().ofFills() && !wrong.kind().equals(EntryKind.CORRECTION)) {
                throw words.problem(
                        "price", "Expected a price with a trade only, but " + number + " is a " + wrong.kind());
            }
            entries.add(CorrectedTrade.of(
                    wrong,
                    words.positive("price"),
                    words.has("fees") ? Optional.of(words.notNegative("fees")) : Optional.empty(),
                    book.newLots(),
                    EntryKind.CORRECTION,
                    id() + "/" + wrong.account(),
                    words.date()));
        }
        return entries;
    }
}
