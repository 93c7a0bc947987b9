package dev.vesper.adapters.report;

import dev.vesper.approvals.People;
import dev.vesper.basics.RunId;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.desk.report.RunReport;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.CurveSettings;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.market.SessionPrices;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.rebalance.RebalanceSettings;
import dev.vesper.testing.Sent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day of a made-up firm, seeded: prices walk, accounts are near their targets, some orders are cut, some fill in part.
 */
final class SampleRun {
    static final LocalDate DATE = LocalDate.of(2024, 3, 28);
    static final RunId ID = RunId.of(DATE, 1);
    private static final Path FOLDER = Path.of("/srv/firms/meridian");

    private final int instruments;
    private final int accounts;
    private boolean rehearsal = true;
    private boolean volumes = true;
    private boolean traded = true;
    private boolean orders = true;
    private String firmName = "Meridian Asset Partners";
    private String firstName = "";
    private RunStatus status = RunStatus.DONE;
    private boolean declined;
    private boolean practice;
    private List<BreachRecord> breaches = List.of();
    private boolean replay;

    private SampleRun(int instruments, int accounts) {
        this.instruments = instruments;
        this.accounts = accounts;
    }

    static SampleRun of(int instruments, int accounts) {
        return new SampleRun(instruments, accounts);
    }

    SampleRun real() {
        rehearsal = false;
        return this;
    }

    /** Worked on a simulated clock. */
    SampleRun practised() {
        practice = true;
        return this;
    }

    /** In the place of the first run of its date. */
    SampleRun replaying() {
        replay = true;
        return this;
    }

    SampleRun withoutVolumes() {
        volumes = false;
        return this;
    }

    SampleRun withoutOrders() {
        orders = false;
        traded = false;
        return this;
    }

    SampleRun refused() {
        traded = false;
        status = RunStatus.REFUSED;
        return this;
    }

    /** Began over these. */
    SampleRun over(BreachRecord... them) {
        breaches = List.of(them);
        return this;
    }

    /** The maker does not propose what the planner found. */
    SampleRun declined() {
        declined = true;
        return refused();
    }

    SampleRun named(String firm, String firstInstrument) {
        firmName = firm;
        firstName = firstInstrument;
        return this;
    }

    RunReport build() {
        Random random = new Random(7);
        SampleMarket market = SampleMarket.of(instruments, firstName, volumes, random);
        SampleAccounts books = SampleAccounts.of(accounts, market, random);
        SampleTrading day = traded ? SampleTrading.of(books.parents, random) : new SampleTrading();
        SortedMap<String, SessionPrices> session =
                traded ? SampleMarket.session(books.parents, random) : new TreeMap<>();
        List<ParentOrder> approved = orders ? books.parents : List.of();
        SampleRecords records = new SampleRecords(status, rehearsal, declined);
        Firm firm = firm(market, books);
        return new RunReport(
                record(),
                firm,
                records.stages(),
                SampleRecords.data(market.prices()),
                market.prices(),
                books.plans,
                VerdictFigures.of(books.verdicts.all::forEach),
                books.verdicts.all::forEach,
                approved,
                List.of(),
                breaches,
                Sent.of(day.children, day.outcomes),
                day.fills,
                day.booked(books.lots),
                day.realised(books.lots),
                day.washSales(books.lots),
                List.of(new NextSessions(firm.calendars(), firm.settings().execution(), DATE).standard()),
                session,
                records.audit(),
                SampleRecords.versions(),
                practice);
    }

    private RunRecord record() {
        RunRecord run = new RunRecord(ID, DATE, FOLDER.toString(), 42, rehearsal, status, SampleRecords.OPENED);
        return replay
                ? run.successor(RunId.of(DATE, 2), ReplayFrom.REBALANCE, SampleRecords.OPENED)
                        .standing(status)
                : run;
    }

    private Firm firm(SampleMarket market, SampleAccounts books) {
        FirmSettings settings = new FirmSettings(
                firmName,
                true,
                42,
                "0 5 20 * * *",
                new TreeMap<>(),
                new RebalanceSettings(0.02, new BigDecimal("500"), 0.4, 5, false, 100),
                new ExecutionSettings(
                        SlicingStrategy.TWAP,
                        CurveSettings.STANDARD,
                        LocalTime.of(9, 30),
                        LocalTime.of(16, 0),
                        15,
                        0.1,
                        new BigDecimal("2000"),
                        0.4,
                        0.3,
                        0.1,
                        BreakerLimits.STANDARD),
                List.of(),
                List.of(),
                new BookKeeping.Vesper(),
                People.UNKNOWN,
                TradingCalendars.usual().standard());
        return new Firm(
                FOLDER,
                FOLDER.resolve("prices.csv"),
                settings,
                TradingCalendars.usual(),
                market.instruments(),
                books.accounts,
                books.lots,
                List.of(),
                List.of("instruments.csv is missing: sectors were inferred from the symbols"));
    }
}
