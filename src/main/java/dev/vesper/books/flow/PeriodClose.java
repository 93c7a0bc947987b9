package dev.vesper.books.flow;

import dev.vesper.basics.Counted;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Closes the books up to a day: no entry counts from that day or an earlier one any more. */
public record PeriodClose(FlowWords words) implements Flow {
    static final FlowKind KIND = new FlowKind(
            "close",
            "Closes the books up to a day: no entry counts from that day or an earlier one any more.",
            List.of(),
            List.of(),
            PeriodClose::new);

    @Override
    public List<FlowPart> parts() {
        return List.of(new FlowPart(EntryKind.CLOSE, words.date()));
    }

    @Override
    public Optional<BigDecimal> amount(FlowBook book) {
        return Optional.empty();
    }

    @Override
    public List<LedgerEntry> entries(FlowPart part, FlowBook book) {
        LocalDate stands = book.books().stands().orElse(LocalDate.MIN);
        if (words.date().isAfter(stands)) {
            throw words.problem(
                    FlowWords.DATE,
                    "Expected a day up to " + stands + ", at which the books stand, but got " + words.date());
        }
        book.books().closed().filter(closed -> !words.date().isAfter(closed)).ifPresent(closed -> {
            throw words.problem(
                    FlowWords.DATE,
                    "Expected a day after " + closed + ", up to which the books are closed already, but got "
                            + words.date());
        });
        List<String> unsettled = book.books().unsettled(words.date());
        if (!unsettled.isEmpty()) {
            throw words.problem(
                    FlowWords.DATE,
                    "Expected a day up to which every trade is settled, but "
                            + Counted.of(unsettled.size(), "account") + " (" + unsettled.getFirst()
                            + ") wait for settlements up to " + words.date()
                            + "; the first day that opens then or later books them");
        }
        return List.of(LedgerEntry.of(
                EntryKind.CLOSE, id() + "/", LedgerEntry.EVERY_ACCOUNT, words.date(), List.of(), words.memo()));
    }
}
