package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ReplayFilter;
import dev.vesper.desk.operations.RuleReplayDifference;
import dev.vesper.desk.operations.RuleReplayRecord;
import dev.vesper.desk.operations.RuleReplaySum;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.replay.ChangeKind;
import dev.vesper.desk.workbench.replay.ReplaySummary;
import dev.vesper.desk.workbench.replay.RuleReplays;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a draft of the rules would have decided on recorded days: added up, day by day, and order by order. */
public final class RuleReplayPage implements Page {
    private static final String PATH = RuleDraftPage.PATH + "/replays/{replay}";
    private static final List<String> FILTERS = List.of("kind", "rule", "account", "strategy", "sector");
    private static final String BY = "by";
    private static final String FROM = "from";
    private static final int SHOWN = 50;

    /**
     * What the template shows.
     *
     * @param state how far it is, in a word
     * @param done days, of {@code of}
     * @param said why it failed; empty where it did not
     * @param kinds how many differences of each kind there are, and where they alone are shown
     * @param groups by what differences are added up, and where that is shown
     * @param by the one that is shown
     * @param sums the differences added up so
     * @param filters what is shown alone, in words, and where it is not; none where all is
     * @param rows the differences, one by one
     * @param more where the next ones are shown; empty where there are none
     * @param days one by one
     * @param again where another number of days is asked about; empty where whoever looks only sees
     */
    public record Model(
            String draft,
            String draftHref,
            String state,
            Tone tone,
            int done,
            int of,
            String said,
            String found,
            List<Kind> kinds,
            List<Group> groups,
            String by,
            List<Sum> sums,
            List<Filter> filters,
            List<Row> rows,
            String more,
            List<Day> days,
            String again) {}

    /** How many differences of one kind there are. */
    public record Kind(String words, int count, String href, Tone tone) {}

    /** One way to add up. */
    public record Group(String word, String href, boolean shown) {}

    /** One thing that is shown alone, and where it is not. */
    public record Filter(String words, String href) {}

    /**
     * Differences that have one thing in common.
     *
     * @param less what would not have been traded
     * @param more what would have been traded beside
     */
    public record Sum(
            String name,
            String href,
            String currency,
            int denied,
            int allowed,
            int cutMore,
            int cutLess,
            int warned,
            int unwarned,
            String less,
            String more) {}

    /**
     * One difference.
     *
     * @param href where its run is shown
     * @param planned units; empty where it is about no single order, as are the next two
     * @param was what the rule said, or that it said nothing
     * @param would what it would have said
     */
    public record Row(
            String subject,
            String href,
            String kind,
            Tone tone,
            String rule,
            String account,
            String symbol,
            String date,
            String planned,
            String before,
            String after,
            String money,
            String rowBefore,
            String rowAfter,
            String was,
            String would,
            List<Figure> numbers) {}

    /** One number that the rule saw, by the rules of the day and by these. */
    public record Figure(String name, String before, String after) {}

    /** One day. */
    public record Day(
            String date,
            String run,
            String href,
            String accounts,
            String decisions,
            String again,
            int differences,
            String unlike,
            String without) {}

    @Override
    public String word() {
        return "rule-replay";
    }

    @Override
    public String title() {
        return "Replay of rules";
    }

    @Override
    public String help() {
        return "rule-replay#in-the-console";
    }

    @Override
    public PagePath path() {
        return new PagePath(PATH);
    }

    /** Where a replay of a draft is shown. */
    static String href(String draft, String replay) {
        return RuleDraftLine.href(draft) + "/replays/" + replay;
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.rules().replayed(asked.path().getOrDefault("replay", "")));
    }

    @Override
    public boolean over(Record model) {
        return !((Model) model).state().equals(Words.word(RuleReplays.State.RUNNING));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        return model(operations, asked, state(operations, asked).orElseThrow());
    }

    @Override
    public Model model(Operations operations, Asked asked, Object state) {
        List<String> known = new ArrayList<>(FILTERS);
        known.addAll(List.of(BY, FROM));
        asked.only(known);
        RuleReplayRecord replay = (RuleReplayRecord) state;
        String draft = asked.path().getOrDefault("draft", "");
        Here here = new Here(href(draft, replay.id()), asked.query());
        ReplaySummary.By by = Arrays.stream(ReplaySummary.By.values())
                .filter(one -> one.word().equals(here.query().get(BY)))
                .findFirst()
                .orElse(ReplaySummary.By.RULE);
        List<RuleReplaySum> sums = operations.rules().replaySums(replay.id());
        int from = Math.toIntExact(asked.among(FROM).orElse(0));
        List<RuleReplayDifference> differences =
                operations.rules().replayDifferences(replay.id(), filter(asked), from, SHOWN + 1);
        return new Model(
                draft,
                RuleDraftLine.href(draft),
                Words.word(replay.state()),
                tone(replay.state()),
                replay.days().size(),
                replay.of(),
                replay.said(),
                found(replay),
                kinds(sums, here),
                Arrays.stream(ReplaySummary.By.values())
                        .map(one -> new Group(one.word(), here.with(BY, one.word()), one == by))
                        .toList(),
                by.word(),
                sums.stream()
                        .filter(sum -> sum.by() == by)
                        .map(sum -> sum(sum, here))
                        .toList(),
                filters(here),
                differences.stream().limit(SHOWN).map(one -> row(one, replay)).toList(),
                differences.size() > SHOWN ? here.with(FROM, String.valueOf(from + SHOWN)) : "",
                replay.days().stream().map(RuleReplayPage::day).toList(),
                asks(asked.caller()) ? RuleDraftLine.href(draft) + "/replay" : "");
    }

    /** Whoever writes changes of the rules and whoever checks them asks on a page. */
    private static boolean asks(Caller caller) {
        return caller instanceof SignedIn && (caller.may(Permission.EDIT_RULES) || caller.may(Permission.CHECK_RULES));
    }

    private static ReplayFilter filter(Asked asked) {
        Map<String, String> query = asked.query();
        return new ReplayFilter(
                query.getOrDefault("kind", ""),
                query.getOrDefault("rule", ""),
                query.getOrDefault("account", ""),
                query.getOrDefault("strategy", ""),
                query.getOrDefault("sector", ""));
    }

    private static Tone tone(RuleReplays.State state) {
        return switch (state) {
            case RUNNING -> Tone.BUSY;
            case DONE -> Tone.GOOD;
            case FAILED -> Tone.BAD;
        };
    }

    private static String found(RuleReplayRecord replay) {
        if (replay.state() == RuleReplays.State.RUNNING) {
            return Counted.of(replay.differences(), "difference") + " so far.";
        }
        return replay.differences() == 0
                ? "Nothing would have been decided otherwise."
                : Counted.of(replay.differences(), "difference") + ".";
    }

    /** This page with other words behind its question mark. */
    private record Here(String href, Map<String, String> query) {
        String with(String name, String value) {
            Map<String, String> other = new LinkedHashMap<>(query);
            other.remove(FROM);
            if (value.isEmpty()) {
                other.remove(name);
            } else {
                other.put(name, value);
            }
            return href
                    + other.entrySet().stream()
                            .map(one -> one.getKey() + "=" + PercentText.encoded(one.getValue()))
                            .collect(Collectors.joining("&", other.isEmpty() ? "" : "?", ""));
        }
    }

    private static List<Filter> filters(Here here) {
        return FILTERS.stream()
                .filter(name -> here.query().containsKey(name))
                .map(name -> new Filter(name + " " + here.query().get(name), here.with(name, "")))
                .toList();
    }

    private static List<Kind> kinds(List<RuleReplaySum> sums, Here here) {
        List<Kind> kinds = new ArrayList<>();
        for (ChangeKind kind : ChangeKind.values()) {
            int count = sums.stream()
                    .filter(sum -> sum.by() == ReplaySummary.By.RULE)
                    .mapToInt(count(kind))
                    .sum();
            kinds.add(new Kind(kind.words(), count, here.with("kind", kind.word()), tone(kind)));
        }
        return kinds;
    }

    private static ToIntFunction<RuleReplaySum> count(ChangeKind kind) {
        return switch (kind) {
            case NEWLY_DENIED -> RuleReplaySum::newlyDenied;
            case NEWLY_ALLOWED -> RuleReplaySum::newlyAllowed;
            case CUT_MORE -> RuleReplaySum::cutMore;
            case CUT_LESS -> RuleReplaySum::cutLess;
            case NEWLY_WARNED -> RuleReplaySum::newlyWarned;
            case NO_LONGER_WARNED -> RuleReplaySum::noLongerWarned;
        };
    }

    private static Tone tone(ChangeKind kind) {
        return switch (kind) {
            case NEWLY_DENIED -> Tone.BAD;
            case CUT_MORE, NEWLY_WARNED -> Tone.WARN;
            case NEWLY_ALLOWED, CUT_LESS -> Tone.GOOD;
            case NO_LONGER_WARNED -> Tone.QUIET;
        };
    }

    private static Sum sum(RuleReplaySum sum, Here here) {
        return new Sum(
                sum.name().isEmpty() ? "none" : sum.name(),
                sum.name().isEmpty() ? "" : here.with(sum.by().word(), sum.name()),
                sum.currency(),
                sum.newlyDenied(),
                sum.newlyAllowed(),
                sum.cutMore(),
                sum.cutLess(),
                sum.newlyWarned(),
                sum.noLongerWarned(),
                amount(sum.less()),
                amount(sum.more()));
    }

    private static String amount(BigDecimal amount) {
        return Numbers.amount(amount);
    }

    private static Row row(RuleReplayDifference one, RuleReplayRecord replay) {
        String date = replay.days().stream()
                .filter(day -> day.run().equals(one.run()))
                .map(day -> day.date().toString())
                .findFirst()
                .orElse("");
        return new Row(
                one.subject(),
                RunLine.href(one.run().value()),
                one.kind().words(),
                tone(one.kind()),
                one.rule(),
                one.account(),
                one.symbol(),
                date,
                units(one.planned()),
                units(one.before()),
                units(one.after()),
                amount(one.money()) + " " + one.currency(),
                one.rowBefore() == 0 ? "" : "row " + one.rowBefore(),
                one.rowAfter() == 0 ? "" : "row " + one.rowAfter(),
                one.said().isEmpty() ? "nothing" : one.said(),
                one.wouldSay().isEmpty() ? "nothing" : one.wouldSay(),
                numbers(one.numbersBefore(), one.numbersAfter()));
    }

    private static List<Figure> numbers(SortedMap<String, BigDecimal> before, SortedMap<String, BigDecimal> after) {
        List<String> names = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(names::add);
        return names.stream()
                .map(name -> new Figure(name, units(before.get(name)), units(after.get(name))))
                .toList();
    }

    private static String units(@Nullable BigDecimal units) {
        return units == null ? "" : units.stripTrailingZeros().toPlainString();
    }

    private static Day day(RuleReplayRecord.Day day) {
        return new Day(
                day.date().toString(),
                day.run().value(),
                RunLine.href(day.run().value()),
                Numbers.count(day.accounts()),
                Numbers.count(day.decisions()),
                Numbers.count(day.again()),
                day.differences(),
                String.join(", ", day.unlike()),
                day.without());
    }
}
