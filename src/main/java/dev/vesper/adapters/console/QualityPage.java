package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.data.Severity;
import dev.vesper.desk.checkdata.ProductQuality;
import dev.vesper.desk.checkdata.RuleQuality;
import dev.vesper.desk.checkdata.RunQuality;
import dev.vesper.desk.operations.Operations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** How good the data was when it came: each data product over the last runs, what each rule found, how old the prices were. */
public final class QualityPage implements Page {
    /** Where a script asks for the figures of the charts. */
    public static final PagePath FIGURES = new PagePath("quality-runs");

    /** How many of the newest runs are looked at. */
    public static final int RUNS = 30;

    private static final int HEIGHT = 48;
    private static final int STEP = 12;
    private static final int BAR = 9;

    /**
     * What the template shows.
     *
     * @param span which runs are looked at; empty where none was
     */
    public record Model(List<Product> products, String span) {}

    /**
     * One data product.
     *
     * @param asideTone how bad the newest run is
     * @param trend rows set aside by run, the oldest first, in words
     * @param rules those that found something in these runs, the worst first
     * @param quiet those that found nothing
     * @param days how much was delivered, newest first; of a date the newest run
     * @param runs newest first
     */
    public record Product(
            String name,
            String id,
            String contract,
            String passed,
            String aside,
            Tone asideTone,
            String newest,
            String age,
            int width,
            String trend,
            List<Bar> bars,
            List<Rule> rules,
            String quiet,
            List<String> quietRules,
            List<Day> days,
            List<RunRow> runs) {}

    /**
     * What was delivered for one date.
     *
     * @param share of it that was set aside
     */
    public record Day(String date, String rows, String aside, String share) {}

    /**
     * One run in a picture of bars.
     *
     * @param tone its class
     */
    public record Bar(int x, int y, int width, int height, String tone, String told) {}

    /**
     * One rule.
     *
     * @param last rows in the newest run
     * @param all rows in all of them
     * @param broken in how many of them it found more than it tolerates
     * @param bars the same by run
     */
    public record Rule(
            String rule,
            String asks,
            String severity,
            Tone tone,
            String effect,
            String last,
            String all,
            String broken,
            int width,
            String trend,
            List<Bar> bars) {}

    /** One run. */
    public record RunRow(
            String run,
            String href,
            String rowsHref,
            boolean rehearsal,
            String rows,
            String passed,
            String aside,
            String share,
            String age,
            String broken) {}

    @Override
    public String word() {
        return "quality";
    }

    @Override
    public String title() {
        return "Data quality";
    }

    @Override
    public String help() {
        return "data-quality";
    }

    @Override
    public boolean charts(Record model) {
        return model instanceof Model shown
                && shown.products().stream().anyMatch(product -> product.days().size() > 1);
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of());
        List<RunQuality> runs = operations.quality().newest(RUNS);
        Map<String, List<RunQuality>> byProduct = new TreeMap<>();
        for (RunQuality run : runs) {
            run.products()
                    .forEach(product -> byProduct
                            .computeIfAbsent(product.product(), _ -> new ArrayList<>())
                            .add(run));
        }
        return new Model(
                byProduct.entrySet().stream()
                        .map(entry -> product(entry.getKey(), entry.getValue()))
                        .toList(),
                runs.isEmpty()
                        ? ""
                        : Counted.of(runs.size(), "run") + ", from "
                                + runs.getLast().date() + " to "
                                + runs.getFirst().date());
    }

    private static Product product(String name, List<RunQuality> runs) {
        RunQuality newest = runs.getFirst();
        ProductQuality now = of(newest, name);
        List<RunQuality> oldestFirst = runs.reversed();
        List<RuleQuality> rules = now.rules();
        List<Rule> found = rules.stream()
                .map(rule -> rule(rule, name, oldestFirst))
                .flatMap(Optional::stream)
                .toList();
        List<String> quiet = rules.stream()
                .map(RuleQuality::rule)
                .filter(rule -> found.stream().noneMatch(one -> one.rule().equals(rule)))
                .toList();
        return new Product(
                name,
                "product-" + name,
                now.contract(),
                Numbers.count(now.passed()) + " of " + Counted.of(now.rows(), "row"),
                Numbers.count(now.setAside()) + " (" + Numbers.percent(now.setAsideShare(), 2) + ")",
                now.setAside() == 0 ? Tone.GOOD : blocks(now) ? Tone.BAD : Tone.WARN,
                now.lastDate() == null ? "none" : now.lastDate().toString(),
                age(newest, now),
                oldestFirst.size() * STEP,
                "Rows set aside by run, the oldest first: "
                        + String.join(
                                ", ",
                                oldestFirst.stream()
                                        .map(run -> Numbers.count(of(run, name).setAside()))
                                        .toList()),
                bars(oldestFirst.stream()
                        .map(run -> new Told(
                                run.run() + ": " + Numbers.count(of(run, name).setAside()) + " set aside",
                                of(run, name).setAside(),
                                blocks(of(run, name)) ? "bad" : "warn"))
                        .toList()),
                found,
                Counted.of(quiet.size(), "rule") + " found nothing",
                quiet,
                days(runs, name),
                runs.stream().map(run -> row(run, of(run, name))).toList());
    }

    private static List<Day> days(List<RunQuality> newestFirst, String name) {
        Map<LocalDate, Day> days = new TreeMap<>(Comparator.reverseOrder());
        newestFirst.forEach(run -> {
            ProductQuality product = of(run, name);
            days.putIfAbsent(
                    run.date(),
                    new Day(
                            run.date().toString(),
                            Numbers.count(product.rows()),
                            Numbers.count(product.setAside()),
                            Numbers.percent(product.setAsideShare(), 2)));
        });
        return List.copyOf(days.values());
    }

    private static RunRow row(RunQuality run, ProductQuality product) {
        return new RunRow(
                run.run().value(),
                RunLine.href(run.run().value()),
                product.setAside() == 0 ? "" : SetAsidePage.href(run.run().value()),
                run.rehearsal(),
                Numbers.count(product.rows()),
                Numbers.count(product.passed()),
                Numbers.count(product.setAside()),
                Numbers.percent(product.setAsideShare(), 2),
                age(run, product),
                String.join(
                        ", ",
                        product.rules().stream()
                                .filter(RuleQuality::breached)
                                .map(RuleQuality::rule)
                                .toList()));
    }

    /** Empty where it found nothing in any of these runs. */
    private static Optional<Rule> rule(RuleQuality now, String product, List<RunQuality> oldestFirst) {
        List<RuleQuality> by = oldestFirst.stream()
                .map(run -> of(run, product).rules().stream()
                        .filter(rule -> rule.rule().equals(now.rule()))
                        .findFirst()
                        .orElse(new RuleQuality(now.rule(), "", now.severity(), 0, now.setsAside(), false)))
                .toList();
        boolean counts = by.stream().anyMatch(rule -> rule.breached() || (rule.setsAside() && rule.rows() > 0));
        if (!counts) {
            return Optional.empty();
        }
        long broken = by.stream().filter(RuleQuality::breached).count();
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            RuleQuality rule = by.get(i);
            told.add(new Told(
                    oldestFirst.get(i).run() + ": " + Counted.of(rule.rows(), "row"),
                    rule.rows(),
                    rule.breached() && rule.severity() == Severity.ERROR ? "bad" : "warn"));
        }
        return Optional.of(new Rule(
                now.rule(),
                now.asks(),
                now.severity().word(),
                now.severity() == Severity.ERROR ? Tone.BAD : Tone.WARN,
                now.setsAside() ? "sets rows aside" : now.severity() == Severity.ERROR ? "stops the day" : "shown",
                Numbers.count(by.getLast().rows()),
                Numbers.count(by.stream().mapToLong(RuleQuality::rows).sum()),
                broken + " of " + by.size(),
                by.size() * STEP,
                "Rows by run, the oldest first: "
                        + String.join(
                                ", ",
                                by.stream()
                                        .map(rule -> Numbers.count(rule.rows()))
                                        .toList()),
                bars(told)));
    }

    /** What a bar stands for. */
    private record Told(String words, long rows, String tone) {}

    /** As high as the most of them; nothing is a line on the ground. */
    private static List<Bar> bars(List<Told> told) {
        long most = told.stream().mapToLong(Told::rows).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Told one = told.get(i);
            int height = one.rows() == 0 ? 1 : (int) Math.max(3, Math.round(HEIGHT * one.rows() / (double) most));
            bars.add(new Bar(
                    i * STEP, HEIGHT - height, BAR, height, one.rows() == 0 ? "none" : one.tone(), one.words()));
        }
        return bars;
    }

    private static boolean blocks(ProductQuality product) {
        return product.rules().stream().anyMatch(rule -> rule.breached() && rule.severity() == Severity.ERROR);
    }

    private static String age(RunQuality run, ProductQuality product) {
        OptionalLong days = run.ageDays(product);
        return days.isEmpty()
                ? "no good row"
                : days.getAsLong() == 0 ? "of the day" : Counted.of(days.getAsLong(), "day") + " old";
    }

    private static ProductQuality of(RunQuality run, String product) {
        return run.products().stream()
                .filter(one -> one.product().equals(product))
                .min(Comparator.comparing(ProductQuality::product))
                .orElseThrow();
    }
}
