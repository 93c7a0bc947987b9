package dev.vesper.desk.execution;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.execution.routing.LearnedOdds;
import dev.vesper.execution.routing.OddsEvent;
import dev.vesper.execution.routing.TriedChild;
import dev.vesper.execution.routing.VenueOdds;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.ParentOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How much each venue is thought to fill, learned once for a run before its first slice: from the children of the firm's last
 * {@value #DAYS} ended runs of earlier dates. What was learned is kept under its check sum, and an event that the audit log vouches
 * for says which it is: a run that goes on after a restart reads it and learns nothing anew. A run whose first slice was decided
 * without goes on without.
 */
public final class RunOdds {
    /** Ended runs that are looked at. */
    static final int DAYS = 10;

    private static final int LOOKED_AT = 300;
    /** Children after which no further day is read: more of them would hardly move the odds. */
    private static final int ENOUGH = 200_000;

    private static final String FILE = "odds.csv";
    private static final String ACTOR = "vesper";

    private final RunStore runs;
    private final OrderStore orders;
    private final EventLog events;
    private final AuditLog audit;
    private final FilesUsed files;
    private final InstantSource clock;

    public RunOdds(
            RunStore runs, OrderStore orders, EventLog events, AuditLog audit, FilesUsed files, InstantSource clock) {
        this.runs = runs;
        this.orders = orders;
        this.events = events;
        this.audit = audit;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What a run goes by.
     *
     * @param learned from which days
     */
    public record Used(OddsEvent.Learned learned, VenueOdds odds) {
        /** For people, for example {@code odds of 2 venues from 9 days and 4,210 children, sum 1f0c…}. */
        public String line() {
            return "odds of " + Counted.of(odds.tails().size(), "venue") + ", learned from "
                    + Counted.of(learned.runs(), "earlier day") + " and "
                    + Counted.of(learned.children(), "child", "children") + ", sum "
                    + Sha256.shortened(learned.sha256());
        }
    }

    /**
     * Those of a run whose orders are about to be worked, learned now where it has none and nothing of it was sent.
     *
     * @param slice length of one
     * @param told hears what was learned, in words
     * @throws Problem of kind REFUSED where what it goes by was altered
     */
    VenueOdds of(RunRecord run, List<ParentOrder> parents, Duration slice, Consumer<String> told) {
        Optional<Used> used = used(run.id());
        if (used.isPresent()) {
            return used.get().odds();
        }
        if (!orders.history(run.id()).isEmpty()) {
            return VenueOdds.NONE;
        }
        List<TriedChild> tried = new ArrayList<>();
        int days = 0;
        for (RunRecord day : earlier(run)) {
            if (tried.size() < ENOUGH) {
                tried(day.id(), slice, tried);
                days++;
            }
        }
        if (tried.isEmpty()) {
            return VenueOdds.NONE;
        }
        Map<String, LearnedOdds.Asked> asked = new TreeMap<>();
        parents.forEach(parent -> asked.putIfAbsent(
                parent.symbol(), new LearnedOdds.Asked(parent.symbol(), parent.lotSize(), parent.decisionPrice())));
        VenueOdds odds = LearnedOdds.of(tried, asked.values());
        told.accept(keep(run, odds, days, tried.size()).line());
        return odds;
    }

    /**
     * What a run goes by; empty where nothing was learned for it.
     *
     * @throws Problem of kind REFUSED where it was altered
     */
    public Optional<Used> used(RunId run) {
        List<OddsEvent> past;
        try {
            past = events.read(stream(run));
        } catch (BrokenHistory e) {
            throw broken(run, String.valueOf(e.getMessage()));
        }
        if (past.isEmpty()) {
            return Optional.empty();
        }
        OddsEvent.Learned learned = (OddsEvent.Learned) past.getLast();
        FileSet kept = files.find(learned.sha256()).orElseThrow(() -> broken(run, "they are not there"));
        if (!kept.sha256().equals(learned.sha256())) {
            throw broken(run, "their sum is " + kept.sha256());
        }
        byte[] text = Objects.requireNonNull(kept.files().get(FILE), FILE);
        return Optional.of(new Used(learned, VenueOdds.parse(new String(text, StandardCharsets.UTF_8))));
    }

    private static Problem broken(RunId run, String what) {
        return Problem.refused(
                "Expected the odds by which run " + run + " divides its orders as they were learned, but " + what
                        + "; nothing is sent until that is clear, ./vesper audit verify tells more");
    }

    private Used keep(RunRecord run, VenueOdds odds, int days, int children) {
        FileSet set = new FileSet(Map.of(FILE, odds.text().getBytes(StandardCharsets.UTF_8)));
        files.keep(set);
        var learned = new OddsEvent.Learned(set.sha256(), days, children);
        Used used = new Used(learned, odds);
        audit.append(
                clock.instant(),
                ACTOR,
                AuditAction.VENUE_ODDS_LEARNED,
                run.id().value(),
                used.line(),
                run.rehearsal(),
                new Append<>(stream(run.id()), 0, List.of(learned)));
        return used;
    }

    /** A rehearsal learns from rehearsals alone, and a day from days. */
    private List<RunRecord> earlier(RunRecord run) {
        return runs.recent(LOOKED_AT).stream()
                .filter(day -> day.firm().equals(run.firm())
                        && day.rehearsal() == run.rehearsal()
                        && day.date().isBefore(run.date())
                        && day.status().ended())
                .limit(DAYS)
                .toList();
    }

    private void tried(RunId day, Duration slice, List<TriedChild> tried) {
        Map<String, ChildOutcome> outcomes = orders.outcomes(day);
        for (ChildOrder child : orders.children(day)) {
            ChildOutcome outcome = outcomes.get(child.clientOrderId());
            if (outcome != null && told(outcome)) {
                boolean shortly = 2 * (child.expireMillis() - child.sentMillis()) < slice.toMillis();
                tried.add(new TriedChild(
                        child.venue(),
                        child.symbol(),
                        child.quantity(),
                        outcome.filled().min(child.quantity()),
                        child.limitPrice(),
                        shortly || !outcome.reason().isEmpty()));
            }
        }
    }

    /** What a venue refused, or we stopped, says nothing of how much there was. */
    private static boolean told(ChildOutcome outcome) {
        return switch (outcome.state()) {
            case FILLED, CANCELLED -> true;
            case REJECTED, DENIED -> false;
        };
    }

    private static StreamId<OddsEvent> stream(RunId run) {
        return new StreamId<>(OddsEvent.class, "venue-odds/" + run);
    }
}
