package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Parameter;
import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.portfolio.weighting.RiskParity;
import dev.vesper.portfolio.weighting.WeightingMethods;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmFolderTest {
    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void aSmallFirm() throws IOException {
        folder = Files.createDirectory(parent.resolve("firm"));
        write("prices.csv", "date,IBM,XOM\n2024-01-02,161.5,100\n");
        write("accounts.csv", "Account,Name,Currency,Cash,Strategy\nACC1,\"Smith, John\",USD,1e6,core\n");
        write(
                "positions.csv",
                "account,symbol,quantity,cost,acquired\nACC1,XOM,5,90,2023-05-02\nACC1,IBM,300,141.20,2023-05-02\n"
                        + "ACC1,IBM,10,0.30000000000000004,2023-05-02\nACC1,IBM,7,100,2020-01-31\n");
    }

    @Test
    void lotsAreOrderedAndNamed() {
        Firm firm = new FirmFolder().read(folder);
        assertEquals(
                List.of(
                        "ACC1/IBM/2020-01-31/1",
                        "ACC1/IBM/2023-05-02/1",
                        "ACC1/IBM/2023-05-02/2",
                        "ACC1/XOM/2023-05-02/1"),
                firm.lots().stream().map(TaxLot::id).toList());
        assertEquals(new BigDecimal("0.30000000000000004"), firm.lots().get(2).cost());
        assertEquals("Smith, John", firm.accounts().getFirst().name());
        assertEquals("1000000 USD", firm.accounts().getFirst().cash().toString());
        assertEquals(folder.resolve("prices.csv"), firm.pricesFile());
    }

    @Test
    void anInstrumentTradesWhenItsRowItsVenueItsClassOrTheFirmSays() throws IOException {
        write("prices.csv", "date,IBM,XOM,VOD,BTC\n2024-01-02,161.5,100,60,42000\n");
        write(
                "instruments.csv",
                "symbol,asset_class,venue,calendar\nIBM,equity,XNAS,\nXOM,equity,,\nVOD,equity,XNAS,xlon\nBTC,crypto,,\n");
        write("firm.yaml", "calendar: XETR\n");
        Firm firm = new FirmFolder().read(folder);
        assertEquals(
                List.of("ALWAYS", "XNYS", "XLON", "XETR"),
                firm.instruments().values().stream()
                        .map(instrument -> firm.calendars().of(instrument).code())
                        .toList());
        write("firm.yaml", "calendar: weekdays\ntimezone: Asia/Tokyo\n");
        assertEquals(
                "Asia/Tokyo",
                new FirmFolder().read(folder).calendars().standard().zone().getId());
    }

    @Test
    void theFirmsOwnDaysGoBeforeTheCalendar() throws IOException {
        write(
                "calendars.csv",
                "calendar,date,open,close,announced,reason\n"
                        + "XNYS,2024-01-03,,,2024-01-02,snow\nXNYS,2024-01-04,,12:00,,\nXLON,2024-01-04,,,,\n");
        ExchangeCalendar calendar = new FirmFolder().read(folder).calendars().standard();
        LocalDate day = LocalDate.of(2024, 1, 2);
        assertEquals(LocalDate.of(2024, 1, 4), calendar.next(day).date());
        assertEquals(LocalTime.of(12, 0), calendar.next(day).close());
        assertEquals(
                LocalDate.of(2024, 1, 3),
                calendar.asKnownOn(day.minusDays(1)).next(day).date());
        assertEquals(Optional.of("snow"), calendar.closed(day.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "firm.yaml     | calendar: XNYC                             | firm.yaml:1:11: | maybe \"XNYS\"",
                "firm.yaml     | timezone: America/New_Yorck                | firm.yaml:1:11: | America/New_York",
                "firm.yaml     | execution: {open: '17:00'}                 | firm.yaml:1:    | IBM trades (XNYS, 09:30 to 16:00)",
                "calendars.csv | calendar,date;XNYZ,2024-01-03              | calendars.csv:2:1: | XNYS",
                "calendars.csv | calendar,date;XNYS,3.1.2024                | calendars.csv:2:2: | 2024",
                "calendars.csv | calendar,date,close;XNYS,2024-01-03,25:00  | calendars.csv:2:3: | a time like 13:00",
                "calendars.csv | calendar,date,close;XNYS,2024-01-03,09:00  | calendars.csv:2:3: | after the open",
                "calendars.csv | calendar,date;XNYS,2024-01-03;XNAS,2024-01-03 | calendars.csv:3:2: | also on line 2",
                "calendars.csv | calendar,day;XNYS,2024-01-03               | calendars.csv:1 | date"
            })
    void aCalendarThatCannotBeIsRefused(String file, String text, String place, String why) throws IOException {
        write(file, text.replace(';', '\n') + "\n");
        Problem problem = assertThrows(Problem.class, () -> new FirmFolder().read(folder));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(place), problem.getMessage());
        assertTrue(problem.getMessage().contains(why), problem.getMessage());
    }

    @Test
    void whatIsAbsentIsInferredWithAWarning() {
        Firm firm = new FirmFolder().read(folder);
        assertEquals(List.of("IBM", "XOM"), List.copyOf(firm.instruments().keySet()));
        assertEquals(BigDecimal.ONE, firm.instruments().get("IBM").lotSize());
        assertEquals(2, firm.warnings().size());
        assertTrue(firm.warnings().get(1).startsWith("instruments.csv: not there"));
    }

    @Test
    void theFileThatIsWrittenHoldsTheDefaults() throws IOException {
        write("firm.yaml", FirmYamlText.of("My firm", false, 42, List.of()));
        FirmSettings written = new FirmFolder().read(folder).settings();
        assertEquals(FirmYaml.defaults(), written);
        assertEquals("0 30 17 * * MON-FRI", written.schedule());
        assertEquals(new RiskParity(), written.strategies().get("core").method());
        assertEquals(0.02, written.rebalance().cashBuffer());
        assertEquals(0.10, written.execution().participationRate());
    }

    @Test
    void everyKeyOfFirmYamlIsRead() throws IOException {
        write("firm.yaml", """
                name: Smith & Co
                sample: true
                seed: 7
                schedule: "0 0 18 * * *"
                strategies:
                  core: {method: equal-weight, lookback_days: 250, universe: [IBM]}
                rebalance: {cash_buffer: 0.1, minimum_trade: 1, maximum_turnover: 0.5, cost_bps: 1, steps: 9}
                execution: {strategy: VWAP, volume_profile: [3, 1, 2], urgency: 1.5, open: 09:00, close: "17:30", slice_minutes: 5, participation_rate: 0.2,
                  minimum_child_notional: 10, midpoint_share: 0, lit_fee_bps: -0.2, midpoint_fee_bps: 1,
                  breaker_rejects: 3, breaker_share: 0.25, breaker_window: 8, breaker_rest_slices: 1, pace: session}
                restricted: [XOM]
                short_allowed: [ACC1]
                books: files
                books_as_of: 2018-04-11
                people:
                  makers: [Anna]
                  checkers: [Ben, Carol]
                """);
        FirmSettings settings = new FirmFolder().read(folder).settings();
        assertEquals(
                "FirmSettings[name=Smith & Co, sample=true, seed=7, schedule=0 0 18 * * *,"
                        + " strategies={core=StrategySettings[name=core, method=EqualWeight[], lookbackDays=250,"
                        + " universe=[IBM]]}, rebalance=RebalanceSettings[cashBuffer=0.1, minimumTrade=1,"
                        + " maximumTurnover=0.5, costBps=1.0, shortAllowed=false, steps=9],"
                        + " execution=ExecutionSettings[strategy=VWAP, curves=CurveSettings[volumeProfile=[3, 1, 2], urgency=1.5], open=09:00, close=17:30, sliceMinutes=5,"
                        + " participationRate=0.2, minimumChildNotional=10, midpointShare=0.0, litFeeBps=-0.2,"
                        + " midpointFeeBps=1.0, breakers=BreakerLimits[rejectsInARow=3, rejectShare=0.25, window=8, restSlices=1], pace=SESSION],"
                        + " restricted=[XOM], shortAllowed=[ACC1], books=Files[asOf=2018-04-11],"
                        + " people=People[byGroup={checkers=[Ben, Carol], makers=[Anna]}],"
                        + " calendar=XNYS]",
                settings.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rebalance:\\n  cash_bufer: 0.1              | firm.yaml:2:3: Expected a known key, but got "cash_bufer"; maybe "cash_buffer" is meant; known here: cash_buffer, cost_bps, maximum_turnover, minimum_trade, steps
            seed: many                                   | firm.yaml:1:7: Expected a number, but got "many"; maybe a unit or a currency stands behind it
            seed: 1.5                                    | firm.yaml:1:7: Expected a whole number for seed, but got 1.5
            rebalance: {cash_buffer: 2}                  | firm.yaml:1:26: Expected cash_buffer from 0 to 1, but got 2
            strategies: {core: {method: hpr}}            | firm.yaml:1:29: Expected method to be one of hrp, equal-weight, minimum-variance, but got "hpr"; maybe "hrp" is meant
            strategies: {core: {shrinkage: 1}}           | firm.yaml:1:21: Expected a known key, but got "shrinkage"; known here: lookback_days, method, universe
            strategies:\\n  core:\\n    method: minimum-variance\\n    shrinkge: 1 | firm.yaml:4:5: Expected a known key, but got "shrinkge"; maybe "shrinkage" is meant; known here: lookback_days, method, shrinkage, universe
            strategies:\\n  core:\\n    method: minimum-variance\\n    shrinkage: 1.5 | firm.yaml:4:16: Expected shrinkage to be a number from 0 to 1, but got "1.5"
            strategies: {core: {method: minimum-variance, shrinkage: half}} | firm.yaml:1:58: Expected shrinkage to be a number from 0 to 1, but got "half"
            strategies: {core: {method: minimum-variance, shrinkage: [0]}} | firm.yaml:1:58: Expected one value for "shrinkage", but got a list or a block
            strategies: {core: {lookback_days: 60}}      | firm.yaml:1:36: Expected lookback_days of 0 (all) or at least 61, but got 60; a variance needs 60 returns
            strategies: {core: {universe: [IMB]}}        | firm.yaml:1:13: Expected symbols of the instruments in the universe of "core", but got "IMB"; maybe "IBM" is meant
            strategies: {other: {}}                      | accounts.csv:2:5: Expected a strategy of firm.yaml (other), but got "core"
            seed: 1\\nseed: 2                            | firm.yaml:2:1: Expected each key once, but "seed" also stands at firm.yaml:1:1
            schedule: daily                              | firm.yaml:1:11: Expected a schedule of 6 fields, seconds first, like "0 30 17 * * MON-FRI", but got 1: "daily"
            execution: {open: 17:00}                     | firm.yaml:1:12: Expected hours in which IBM trades (XNYS, 09:30 to 16:00), but got 17:00 to 23:59
            execution: {urgency: 51}                     | firm.yaml:1:22: Expected urgency from 0 to 50, but got 51
            execution: {strategy: VWOP}                  | firm.yaml:1:23: Expected strategy to be one of TWAP, VWAP, IS, POV, but got "VWOP"; maybe "VWAP" is meant
            execution: {volume_profile: [1, -1]}         | firm.yaml:1:29: Expected whole numbers from 0 to 1000000000000 in volume_profile, but got -1
            execution: {volume_profile: [0, 0]}          | firm.yaml:1:29: Expected a volume_profile of 1 to 1440 parts, one of them above 0, but got 0, 0
            sample: maybe                                | firm.yaml:1:9: Expected true or false for "sample", but got "maybe"
            books: mine                                  | firm.yaml:1:8: Expected books to be one of vesper, files, but got "mine"
            books: files                                 | firm.yaml:1:8: Expected books_as_of beside "books: files": the day at whose close accounts.csv and positions.csv were true, as YYYY-MM-DD
            books: files\\nbooks_as_of: 11.4.2018      | firm.yaml:2:14: Expected a date like 2018-04-11, but got "11.4.2018"; which is the day and which the month cannot be told, so write year-month-day
            books: files\\nbooks_as_of: +10000-01-01    | firm.yaml:2:14: Expected a date from 1900 to 2199, but got "+10000-01-01"
            schedule: "0 61 17 * * MON-FRI"              | firm.yaml:1:11: Expected minutes of the schedule from 0 to 59, as *, 5, 1-5, 1,3 or */10, but got "61"; a weekday evening is "0 30 17 * * MON-FRI"
            schedule: "0 30 17 * * MO-FR"                | firm.yaml:1:11: Expected day of week of the schedule from 0 to 7, as *, 5, 1-5, 1,3 or */10, but got "MO-FR"; a weekday evening is "0 30 17 * * MON-FRI"
            books_as_of: 11.4.2018                       | firm.yaml:1:14: Expected a date like 2018-04-11, but got "11.4.2018"; which is the day and which the month cannot be told, so write year-month-day
            people: {}                                   | firm.yaml:1:9: Expected groups with their people below people:, but there are none; leave the key out where no group is to be checked
            people: {checkers: []}                       | firm.yaml:1:20: Expected the people of the group checkers, like [anna, ben], but there are none; whoever is asked for it could never answer
            people: {Checkers: [ben]}                    | firm.yaml:1:20: Expected a group in lower case, like checkers or risk-officers, but got "Checkers"
            people: {checkers: [vesper]}                 | firm.yaml:1:20: Expected a person's name that cannot be mistaken, but "vesper" reads as vesper, which in the audit is the program itself
            people: {checkers: ben}                      | firm.yaml:1:20: Expected a list like [IBM, XOM] for "checkers"
            people: [anna]                               | firm.yaml:1:9: Expected keys and values below "people"
            short_allowed: [ACC2]                        | firm.yaml:1:16: Expected accounts of accounts.csv, but got "ACC2"; maybe "ACC1" is meant
            """)
    void aMistakeInFirmYamlIsNamedWithItsPlace(String text, String message) throws IOException {
        write("firm.yaml", text.replace("\\n", "\n"));
        assertEquals(message, problem().getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            positions.csv   | ACC2,IBM,1,1,2024-01-02     | positions.csv:2:1: Expected an account of accounts.csv, but got "ACC2"; maybe "ACC1" is meant
            positions.csv   | ACC1,IMB,1,1,2024-01-02     | positions.csv:2:2: Expected a symbol of the instruments, but got "IMB"; maybe "IBM" is meant
            positions.csv   | ACC1,IBM,ten,1,2024-01-02   | positions.csv:2:3: Expected a number, but got "ten"; maybe a unit or a currency stands behind it
            positions.csv   | ACC1,IBM,-1,1,2024-01-02    | positions.csv:2:3: Expected a quantity greater than zero, but got -1; name ACC1 under short_allowed in firm.yaml if it may be short
            positions.csv   | ACC1,IBM,1,1,31.12.2023     | positions.csv:2:5: Expected a date like 2018-04-11, but got "31.12.2023"; 31 can only be a day, so it is day, month, year: write year-month-day
            positions.csv   | ACC1,IBM,1,,2024-01-02      | positions.csv:2:4: Expected a cost, but the cell is empty
            accounts.csv    | ACC1,A,USD,1,cor            | accounts.csv:2:5: Expected a strategy of firm.yaml (balanced, core, defensive), but got "cor"; maybe "core" is meant
            accounts.csv    | ACC1,A,USD,1,core\\nACC1,B,USD,1,core | accounts.csv:3:1: Expected each account once, but "ACC1" is also on line 2
            accounts.csv    | ACC1,A,USD,1,core\\nACC2,B,EUR,1,core | accounts.csv:3:3: Expected all accounts in one currency, but this one is in EUR and others in USD; make one firm folder for each currency
            accounts.csv    | ../x,A,USD,1,core           | accounts.csv:2:1: Expected an account id of up to 32 letters, digits, points, hyphens or underscores, but got "../x"
            accounts.csv    | ''                          | accounts.csv: Expected at least one account, but there is only a header
            instruments.csv | IBM,IBM,equity,Tech,USD,-1,0.01,X | instruments.csv:2:6: Expected a lot size greater than zero, but got -1
            accounts.csv    | ACC1,A,USD,1e30,core        | accounts.csv:2:4: Expected a cash from -1e15 to 1e15, but got 1e30
            positions.csv   | ACC1,IBM,1e20,1,2024-01-02  | positions.csv:2:3: Expected a quantity from -1e15 to 1e15, but got 1e20
            positions.csv   | ACC1,IBM,1,1e20,2024-01-02  | positions.csv:2:4: Expected a cost from 0 to 1e12, but got 1e20
            positions.csv   | ACC1,IBM,1,1,9999-01-02     | positions.csv:2:5: Expected a date from 1900 to 2199, but got "9999-01-02"
            instruments.csv | IBM,IBM,equity,Tech,USD,1e19,0.01,X | instruments.csv:2:6: Expected a lot size from 1e-9 to 1e9, but got 1e19
            instruments.csv | IBM,IBM,equity,Tech,USD,1,1e-12,X | instruments.csv:2:7: Expected a tick size from 1e-10 to 1e6, but got 1e-12
            instruments.csv | IBM,IBM,equity,Tech,EUR,1,0.01,X  | instruments.csv: Expected all instruments in USD, the currency of the accounts, but IBM is in EUR; make one firm folder for each currency
            instruments.csv | IBM,,,,,,,\\nIBM,,,,,,,     | instruments.csv:3:1: Expected each symbol once, whatever its case, but "IBM" is also on line 2
            """)
    void aMistakeInATableIsNamedWithItsPlace(String file, String rows, String message) throws IOException {
        String header = switch (file) {
            case "positions.csv" -> "account,symbol,quantity,cost,acquired\n";
            case "accounts.csv" -> "account,name,currency,cash,strategy\n";
            default -> "symbol,name,asset_class,sector,currency,lot_size,tick_size,venue\n";
        };
        write(file, header + rows.replace("\\n", "\n"));
        assertEquals(message, problem().getMessage());
        assertEquals(2, problem().kind().exitCode());
    }

    @Test
    void aMisspeltOptionalColumnIsAnErrorAndAForeignOneIsAField() throws IOException {
        write("instruments.csv", "symbol,lot_sise\nIBM,1\nXOM,1\n");
        assertTrue(
                problem().getMessage().contains("maybe \"lot_size\" is meant"),
                problem().getMessage());
        write("instruments.csv", "symbol,lot size,colour\nIBM,100,blue\nXOM,1,red\n");
        Firm firm = new FirmFolder().read(folder);
        assertEquals(new BigDecimal("100"), firm.instruments().get("IBM").lotSize());
        assertEquals(Optional.of("blue"), firm.instruments().get("IBM").fields().value("Colour"));
    }

    @Test
    void furtherColumnsAreTypedByTheirValues() throws IOException {
        write(
                "instruments.csv",
                "symbol,Issuer,ESG score,listed,id\nIBM,ibm corp.,71.5,yes,007\nXOM,IBM Corp.,,NO,12\n");
        Firm firm = new FirmFolder().read(folder);
        Fields ibm = firm.instruments().get("IBM").fields();
        Fields xom = firm.instruments().get("XOM").fields();
        assertEquals(Optional.of("ibm corp."), xom.value("issuer"), "one spelling, the first one's");
        assertEquals("ibm corp.", xom.text("issuer"), "by which it shares its issuer's limit");
        assertEquals(Optional.of(new BigDecimal("71.5")), ibm.value("esg_score"));
        assertEquals(Optional.empty(), xom.value("esg-score"));
        assertTrue(xom.has("ESG SCORE"));
        assertEquals(Optional.of(true), ibm.value("Listed"));
        assertEquals(Optional.of("007"), ibm.value("id"), "a leading zero is no number's");
    }

    @Test
    void aLinkThatLeavesTheFolderIsRefused() throws IOException {
        Path outside = Files.move(folder.resolve("accounts.csv"), parent.resolve("secret.csv"));
        Files.createSymbolicLink(folder.resolve("accounts.csv"), outside);
        assertTrue(
                problem().getMessage().contains("Expected a file inside"),
                problem().getMessage());
        Files.delete(outside);
        assertTrue(problem().getMessage().contains("leads nowhere"), problem().getMessage());
    }

    @Test
    void anAbsentFolderOrFileAndTwoOfOneAreRefused() throws IOException {
        assertThrows(Problem.class, () -> new FirmFolder().read(parent.resolve("none")));
        write("prices.csv.gz", "x");
        assertTrue(problem().getMessage().contains("both are there"), problem().getMessage());
        Files.delete(folder.resolve("prices.csv"));
        Files.delete(folder.resolve("prices.csv.gz"));
        assertTrue(
                problem().getMessage().contains("neither is there"), problem().getMessage());
    }

    @Test
    void etfAndETFAreOneClassAndAWordNobodyKnowsIsRefused() throws IOException {
        write("instruments.csv", "symbol,asset_class\nIBM,etf\nXOM,ETF\n");
        Firm firm = new FirmFolder().read(folder);
        assertEquals("ETF", firm.instruments().get("IBM").assetClass());
        assertEquals("ETF", firm.instruments().get("XOM").assetClass());
        write("instruments.csv", "symbol,asset_class\nIBM,money_market\nXOM,EQUITY\n");
        firm = new FirmFolder().read(folder);
        assertEquals("Money market", firm.instruments().get("IBM").assetClass());
        assertEquals("Equity", firm.instruments().get("XOM").assetClass());
        write("instruments.csv", "symbol,asset_class\nIBM,equty\nXOM,ETF\n");
        assertEquals(
                "instruments.csv:2:2: Expected an asset class (Equity, ETF, Fund, Bond, Money market, Commodity, Crypto,"
                        + " Currency, Index, Future, Option, Other), but got \"equty\"; maybe \"Equity\" is meant",
                problem().getMessage());
    }

    @Test
    void sectorsHaveOneSpellingAndAnUnknownOneIsToldOnce() throws IOException {
        write("instruments.csv", "symbol,sector\nIBM,Tech\nXOM,TECH\n");
        Firm firm = new FirmFolder().read(folder);
        assertEquals("Tech", firm.instruments().get("XOM").sector());
        assertTrue(firm.warnings().stream().noneMatch(w -> w.contains("sector limit")), firm.warnings() + "");
        for (String none : List.of("", "Unclassified", "n/a", "UNKNOWN", "None")) {
            write("instruments.csv", "symbol,sector\nIBM," + none + "\nXOM,Energy\n");
            firm = new FirmFolder().read(folder);
            assertEquals("Unknown", firm.instruments().get("IBM").sector(), none);
            assertEquals(
                    List.of(
                            "instruments.csv: 1 of 2 instruments have no sector, and no sector limit looks at them: IBM"),
                    firm.warnings().stream()
                            .filter(w -> w.contains("sector limit"))
                            .toList());
        }
    }

    @Test
    void aLotOfTheFutureIsRefusedWithItsLine() throws IOException {
        write(
                "positions.csv",
                "account,symbol,quantity,cost,acquired\nACC1,IBM,1,1,2024-06-28\nACC1,XOM,5,1,2024-07-15\n");
        Firm firm = new FirmFolder().read(folder);
        FirmFolder.refuseLotsAfter(firm, LocalDate.of(2024, 7, 15));
        Problem refused =
                assertThrows(Problem.class, () -> FirmFolder.refuseLotsAfter(firm, LocalDate.of(2024, 7, 14)));
        assertEquals(
                "positions.csv:3:5: Expected a lot acquired on or before the business date 2024-07-14, but got"
                        + " 2024-07-15; maybe the file is of a later day",
                refused.getMessage());
        assertEquals(2, refused.kind().exitCode());
    }

    private Problem problem() {
        return assertThrows(Problem.class, () -> new FirmFolder().read(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void noMethodHasAParameterCalledLikeAKeyOfEveryStrategy() {
        assertEquals(
                List.of(),
                WeightingMethods.ALL.all().stream()
                        .flatMap(kind -> kind.parameters().stream())
                        .map(Parameter::word)
                        .filter(StrategiesYaml.KEYS::contains)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 30 17 * * MON-FRI",
                "*/5 * * * * *",
                "0 0 9,17 1-15/2 JAN,jul ?",
                "0 0 18 LW * *",
                "0 0 18 ? * 5#3"
            })
    void aScheduleOfEveryKindIsTaken(String cron) throws IOException {
        write("firm.yaml", "schedule: \"" + cron + "\"");
        assertEquals(cron, new FirmFolder().read(folder).settings().schedule());
    }

    /** Found before anybody approves: a tape that leads out of the folder is nobody's input. */
    @Test
    void aTapeThatIsALinkIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("tape"));
        Files.createSymbolicLink(folder.resolve("tape/IBM.csv"), Path.of("/etc/passwd"));
        Problem problem =
                assertThrows(Problem.class, () -> new TapeFile().check(folder, List.of(LocalDate.of(2024, 1, 2))));
        assertTrue(problem.getMessage().startsWith("IBM.csv: Expected a file inside"), problem.getMessage());
    }
}
