package dev.vesper.desk.execution;

import dev.vesper.basics.Decision;
import dev.vesper.basics.RunId;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.AmendedFills.FillKey;
import dev.vesper.orders.slice.LateFacts;
import dev.vesper.orders.slice.LateReport;
import dev.vesper.orders.slice.LateReport.Bust;
import dev.vesper.orders.slice.LateReport.Correction;
import dev.vesper.orders.slice.LateReport.LateFill;
import dev.vesper.orders.slice.SliceEvent;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Books what venues tell of fills whose slice is booked, of the run at work and of earlier ones. What cannot be booked is said,
 * written into the audit, and is for a person; it is tried again when the venue tells more of the order.
 */
final class LateFills {
    /** A client order id has its run in the id of its parent: {@code 0003-2018-04-11-001-0007-LIT}. */
    private static final Pattern RUN_OF_CHILD = Pattern.compile("\\d++(?:\\.\\d++)?-(\\d{4}-\\d{2}-\\d{2}-\\d{3})-.*");

    private final OrderStore store;
    private final RunId run;
    private final SliceJournal journal;
    private final Function<RunId, List<ParentOrder>> parents;
    private final InstantSource clock;
    private final Consumer<String> says;

    /**
     * @param journal of the run at work
     * @param parents the orders of a run
     * @param says hears what was booked, and what was not, in words
     */
    LateFills(
            OrderStore store,
            RunId run,
            SliceJournal journal,
            Function<RunId, List<ParentOrder>> parents,
            InstantSource clock,
            Consumer<String> says) {
        this.store = store;
        this.run = run;
        this.journal = journal;
        this.parents = parents;
        this.clock = clock;
        this.says = says;
    }

    /** What is stored of one run. */
    private record Stored(
            SliceJournal journal,
            Map<String, ChildOrder> children,
            Map<FillKey, Fill> booked,
            Map<String, String> accounts) {
        boolean knows(FillKey key) {
            return booked.containsKey(key) || journal.amended().added().containsKey(key);
        }
    }

    /** Books what there is. */
    void book(List<LateTold> told) {
        Map<RunId, Stored> runs = new HashMap<>();
        for (LateTold one : told) {
            RunId of = runOf(one.clientOrderId()).orElse(null);
            Stored stored = of == null ? null : runs.computeIfAbsent(of, this::stored);
            ChildOrder child = stored == null ? null : stored.children().get(one.clientOrderId());
            if (of == null || stored == null || child == null || !child.venue().equals(one.venue())) {
                denied(
                        run,
                        one.venue() + " told of the fills of " + one.clientOrderId()
                                + ", but no such order was sent to it");
            } else {
                book(of, stored, child, one);
            }
        }
    }

    private void book(RunId of, Stored stored, ChildOrder child, LateTold told) {
        LocalDate day = Objects.requireNonNullElse(child.date(), of.date());
        for (LateReport report :
                LateFacts.inOrder(told.reports(), id -> stored.knows(new FillKey(child.venue(), day, id)))) {
            List<Fill> booked = named(report)
                    .map(id -> stored.booked().get(new FillKey(child.venue(), day, id)))
                    .filter(Objects::nonNull)
                    .toList();
            String account = stored.accounts().getOrDefault(child.parentId(), "");
            switch (stored.journal().amend(child, account, report, booked, day)) {
                case Decision.Accepted<SliceEvent>(List<SliceEvent> events) ->
                    events.forEach(event -> says.accept(words((SliceEvent.Amendment) event)));
                case Decision.Denied<SliceEvent>(var refusal) ->
                    denied(of, child.venue() + " told what cannot be booked: " + refusal.message());
            }
        }
    }

    private static Stream<String> named(LateReport report) {
        return switch (report) {
            case LateFill fill -> Stream.of(fill.execution().id());
            case Bust bust -> Stream.of(bust.execution(), bust.by());
            case Correction correction ->
                Stream.of(correction.execution(), correction.by().id());
        };
    }

    /** One line for people. */
    static String words(SliceEvent.Amendment amendment) {
        Fill fill = amendment.fill();
        String what = fill.quantity().toPlainString() + " " + fill.symbol() + " at "
                + fill.price().toPlainString() + " of order " + fill.parentId();
        return switch (amendment) {
            case SliceEvent.LateFillBooked _ -> amendment.label() + ", " + what;
            case SliceEvent.FillBusted _ -> amendment.label() + ", " + what;
            case SliceEvent.FillCorrected corrected ->
                amendment.label() + ", now " + fill.executionId() + ": " + what + ", not "
                        + corrected.wrong().quantity().toPlainString() + " at "
                        + corrected.wrong().price().toPlainString();
        };
    }

    private void denied(RunId of, String why) {
        store.lateDenied(of, clock.instant(), why);
        says.accept(why + "; it is for a person");
    }

    private Stored stored(RunId of) {
        SliceJournal kept = of.equals(run) ? journal : new SliceJournal(store, of, clock);
        Map<FillKey, Fill> booked = new HashMap<>();
        store.booked(of)
                .forEach(fill ->
                        booked.put(new FillKey(fill.venue(), fill.dateOr(of.date()), fill.executionId()), fill));
        return new Stored(
                kept,
                store.children(of).stream().collect(Collectors.toMap(ChildOrder::clientOrderId, Function.identity())),
                booked,
                parents.apply(of).stream().collect(Collectors.toMap(ParentOrder::id, ParentOrder::account)));
    }

    private static Optional<RunId> runOf(String clientOrderId) {
        Matcher id = RUN_OF_CHILD.matcher(clientOrderId);
        return id.matches() ? Optional.of(new RunId(id.group(1))) : Optional.empty();
    }
}
