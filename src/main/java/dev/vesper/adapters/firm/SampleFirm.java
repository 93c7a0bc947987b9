package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvText;
import dev.vesper.market.Instrument;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a firm that exists nowhere: prices of {@link SampleMarket}, invented companies, accounts with tax lots of which
 * some stand at a loss and some were bought in the last weeks, and one restricted symbol that nobody holds yet, so that
 * every rule has something to say. The same settings give the same bytes on any machine.
 */
public final class SampleFirm {
    private static final String[] CLIENTS = {
        "Harbour Teachers Pension Fund",
        "Elm Street Family Trust",
        "Northfield College Endowment",
        "Saint Brendan Hospital Foundation",
        "Calder Valley Pension Scheme",
        "Okafor Family Office",
        "Lindqvist Charitable Trust",
        "Greenwater Municipal Reserve",
        "Marchetti Holdings",
        "Pine Ridge Insurance Fund"
    };
    private static final double[] MILLIONS = {12, 3, 25, 8, 18, 5, 2, 30, 6, 15};

    private final SampleSettings settings;
    private final SampleRandom random;
    private final SampleMarket market;
    private final List<Instrument> instruments;
    private final int restricted;

    private SampleFirm(SampleSettings settings) {
        this.settings = settings;
        this.random = new SampleRandom(settings.seed());
        this.market = SampleMarket.of(settings, random);
        this.instruments = SampleNames.instruments(settings.instruments());
        this.restricted = settings.instruments() > 3 ? 3 : -1;
    }

    /** Makes the folder unless it holds a firm already; whole or not at all. */
    public static void makeIfAbsent(Path folder, SampleSettings settings) {
        if (!Files.exists(folder.resolve("firm.yaml"))) {
            make(folder, settings);
        }
    }

    /** Makes the folder. @throws dev.vesper.basics.Problem where it holds something already */
    public static void make(Path folder, SampleSettings settings) {
        try (FolderDraft draft = FolderDraft.of(folder)) {
            new SampleFirm(settings).write(draft);
            draft.appear();
        }
    }

    private void write(FolderDraft draft) {
        draft.write("prices.csv", this::priceLines);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", InstrumentsCsv.COLUMNS));
        instruments.forEach(i -> lines.add(InstrumentsCsv.line(i)));
        draft.write("instruments.csv", lines);
        List<String> accounts = new ArrayList<>();
        List<String> positions = new ArrayList<>();
        accounts.add(String.join(",", AccountsCsv.COLUMNS));
        positions.add(String.join(",", PositionsCsv.COLUMNS));
        for (int account = 0; account < settings.accounts(); account++) {
            account(account, accounts, positions);
        }
        draft.write("accounts.csv", accounts);
        draft.write("positions.csv", positions);
        List<String> forbidden = restricted < 0 ? List.of() : List.of(symbol(restricted));
        draft.write("firm.yaml", FirmYamlText.of("Vesper Sample Firm", true, settings.seed(), forbidden));
    }

    private Iterator<String> priceLines() {
        int n = settings.instruments();
        Stream<String> rows = IntStream.range(0, market.dates().size() * n).mapToObj(k -> priceLine(k / n, k % n));
        return Stream.concat(Stream.of("date,symbol,open,high,low,close,volume"), rows)
                .iterator();
    }

    private String priceLine(int day, int instrument) {
        SampleMarket.Bar bar = market.bar(day, instrument);
        return CsvText.line(
                market.dates().get(day),
                symbol(instrument),
                money(bar.open()),
                money(bar.high()),
                money(bar.low()),
                money(bar.close()),
                bar.volume());
    }

    /** An account that holds about two thirds of the instruments in drifted weights, and some cash. */
    private void account(int account, List<String> accounts, List<String> positions) {
        String id = accountId(account);
        double value = 1e6 * MILLIONS[account % MILLIONS.length];
        double invested = random.between(0.90, 0.95);
        double[] share = new double[settings.instruments()];
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            boolean held = i != restricted && random.uniform() < 0.67;
            share[i] = held ? random.between(0.4, 1.6) : 0;
            sum += share[i];
        }
        for (int i = 0; i < share.length; i++) {
            if (share[i] > 0) {
                lots(id, i, value * invested * share[i] / sum, positions);
            }
        }
        double cash = sum > 0 ? value * (1 - invested) : value;
        String name = CLIENTS[account % CLIENTS.length];
        int round = account / CLIENTS.length;
        accounts.add(CsvText.line(
                id,
                round == 0 ? name : name + " " + (round + 1),
                "USD",
                money(Math.round(100 * cash)),
                DefaultStrategies.ofAccount(account)));
    }

    /** One to three lots of a holding: bought on some day, at the dearest moment, or in the last weeks. */
    private void lots(String account, int instrument, double value, List<String> positions) {
        int last = market.dates().size() - 1;
        long units = (long) (value / market.bar(last, instrument).close() * 100);
        int count = 1 + random.below(3);
        for (int lot = 0; lot < count; lot++) {
            long quantity = lot == count - 1 ? units : units * (1 + random.below(3)) / 5;
            units -= quantity;
            double kind = random.uniform();
            int day = kind < 0.15
                    ? dearest(instrument, 0, last - 10)
                    : kind < 0.25 ? dearest(instrument, last - 20, last - 10) : random.below(Math.max(1, last - 30));
            if (quantity > 0) {
                LocalDate acquired = market.dates().get(day);
                String cost = money(market.bar(day, instrument).close());
                positions.add(CsvText.line(account, symbol(instrument), quantity, cost, acquired));
            }
        }
    }

    private int dearest(int instrument, int from, int to) {
        int best = Math.max(0, from);
        for (int day = best; day < to; day++) {
            if (market.bar(day, instrument).close()
                    > market.bar(best, instrument).close()) {
                best = day;
            }
        }
        return best;
    }

    /** ACC01, or with three digits where there are a hundred, so that they sort as they count. */
    private String accountId(int account) {
        return String.format(Locale.ROOT, settings.accounts() > 99 ? "ACC%03d" : "ACC%02d", account + 1);
    }

    private String symbol(int instrument) {
        return instruments.get(instrument).symbol();
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
