package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.LotPlanner;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.workbench.Guard;
import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.desk.workbench.replay.CandidateRules;
import dev.vesper.desk.workbench.replay.ChangeKind;
import dev.vesper.desk.workbench.replay.DecisionArchive;
import dev.vesper.desk.workbench.replay.Difference;
import dev.vesper.desk.workbench.replay.RecordedEffect;
import dev.vesper.desk.workbench.replay.RecordedGuard;
import dev.vesper.desk.workbench.replay.ReplayedRun;
import dev.vesper.desk.workbench.replay.RuleReplay;
import dev.vesper.desk.workbench.replay.RuleReplays;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.ProposedTrade;
import dev.vesper.rebalance.RebalanceProblem;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryDecisions;
import dev.vesper.testing.MemoryFilesUsed;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.MemoryRulesUsed;
import dev.vesper.testing.NearestLots;
import dev.vesper.testing.SmallFirm;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What other rules would have decided: the delivered rules and changes of them, on books of every shape. */
class RuleReplayTest {
    private static final LocalDate DATE = SmallFirm.DATE;
    private static final FileSet RULES = RulesFolder.read(Path.of("rules"));

    /** Compiled once: the files of a test are few. */
    private static final Map<String, DroolsRuleBook> COMPILED = new ConcurrentHashMap<>();

    private static DroolsRuleBook compiled(FileSet files) {
        String judging = files.versions().entrySet().stream()
                .filter(file -> !file.getKey().equals("required.txt"))
                .map(Map.Entry::toString)
                .collect(Collectors.joining());
        return COMPILED.computeIfAbsent(judging, _ -> new DroolsRuleBook(files, RuleTrust.delivered()));
    }

    /** The store, the lake and the rules of one firm that has one day. */
    private static final class House {
        final Memory memory = new Memory();
        final MemoryDecisions recorded = new MemoryDecisions();
        final KeptRules kept = new KeptRules(new MemoryRulesUsed(), new MemoryFilesUsed());
        final MemoryLake lake;
        final MemoryInputs inputs;
        final RunRecord run;

        House(Firm firm, PriceHistory prices, FileSet rules) {
            this(firm, prices, rules, new NearestLots(), Waivers.NONE);
        }

        House(Firm firm, PriceHistory prices, FileSet rules, LotPlanner planner) {
            this(firm, prices, rules, planner, Waivers.NONE);
        }

        /** @param planner plans the accounts */
        House(Firm firm, PriceHistory prices, FileSet rules, LotPlanner planner, Waivers waivers) {
            lake = new MemoryLake(prices);
            inputs = new MemoryInputs(firm);
            run = memory.open(DATE, firm.folder().toString(), 42, false, Instant.parse("2018-04-11T20:00:00Z"));
            inputs.freeze(run);
            DataCheck check = lake.check(Lake.PRICES, firm, run.id(), lake.takeIn(firm, run.id()), DATE, DATE);
            memory.saveData(run.id(), check);
            DroolsRuleBook book = compiled(rules).waiving(waivers);
            kept.save(run.id(), book.files());
            new Rebalance(
                            memory,
                            memory,
                            markets(),
                            planner,
                            book,
                            recorded,
                            (_, _) -> {},
                            (_, _, _, _) -> {},
                            Runnable::run)
                    .run(run.id());
        }

        RunMarkets markets() {
            return new RunMarkets(inputs, memory, lake, (_, _, _, _, _) -> symbol -> Optional.empty());
        }

        ReplayedRun replay(FileSet draft) {
            return replay(draft, recorded);
        }

        RuleReplay ruleReplay() {
            return ruleReplay(recorded);
        }

        RuleReplay.Ports ports() {
            return ports(recorded);
        }

        private RuleReplay.Ports ports(DecisionArchive archive) {
            return new RuleReplay.Ports(memory, markets(), kept, archive, files -> {
                DroolsRuleBook book = compiled(files);
                return new CandidateRules(book, book.tables());
            });
        }

        private RuleReplay ruleReplay(DecisionArchive archive) {
            return new RuleReplay(ports(archive));
        }

        ReplayedRun replay(FileSet draft, DecisionArchive archive) {
            return ruleReplay(archive)
                    .of(draft, List.of(run), RuleReplay.Heard.NOBODY)
                    .getFirst();
        }

        RebalanceResult decided() {
            return memory.rebalance(run.id()).orElseThrow();
        }

        /** The same plans, whatever the rules would allow. */
        LotPlanner plans() {
            Map<String, Proposal> plans = decided().plans().stream()
                    .collect(Collectors.toMap(plan -> plan.account().id(), AccountPlan::proposal));
            return new LotPlanner() {
                @Override
                public Proposal solve(RebalanceProblem problem) {
                    return Objects.requireNonNull(plans.get(problem.account().id()));
                }

                @Override
                public List<ProposedTrade> first(RebalanceProblem problem) {
                    return solve(problem).trades();
                }
            };
        }

        SortedMap<String, BigDecimal> quantities() {
            return decided().orders().stream()
                    .collect(Collectors.toMap(
                            ParentOrder::id, o -> o.quantity().stripTrailingZeros(), (a, b) -> a, TreeMap::new));
        }
    }

    @Test
    void theRulesThatJudgedADayChangeNothing() {
        for (int seed = 0; seed < 3; seed++) {
            House house = house(seed, RULES);
            ReplayedRun replayed = house.replay(RULES);
            assertEquals(List.of(), replayed.differences());
            assertEquals(List.of(), replayed.unlike());
            assertEquals(replayed.accounts(), replayed.again(), "the engine is looked at: every account is judged");
        }
    }

    /** Anna and Ben plan a quarter in each share, as they may; at most a fifth is allowed by the draft. */
    @Test
    void aTighterLimitTellsWhatItWouldHaveCut() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        ReplayedRun replayed = house.replay(changed("position-weight", "<text>0.25</text>", "<text>0.20</text>"));
        assertEquals(7, replayed.differences().size(), "four orders are cut, three of which are no longer warned of");
        Difference first = replayed.differences().getFirst();
        assertEquals(ChangeKind.CUT_MORE, first.kind());
        assertEquals("position-weight", first.rule());
        assertEquals("ANNA", first.account());
        assertEquals("equal", first.strategy());
        assertEquals("50", first.before().toPlainString());
        assertEquals("20", first.after().toPlainString());
        assertEquals(Money.of(new BigDecimal("600.0"), "USD"), first.money());
        assertEquals(2, first.was().orElseThrow().row());
        assertEquals(2, first.now().orElseThrow().row());
        assertTrue(
                first.was().orElseThrow().verdict().reason().contains("limit of 25% (row 2)"),
                first.was().toString());
        assertTrue(
                first.now().orElseThrow().verdict().reason().contains("limit of 20% (row 2)"),
                first.now().toString());
    }

    /** What was waived on a day is waived for the draft: three of the four orders of before are still there. */
    @Test
    void aDraftIsAskedWithTheWaiversOfTheDay() {
        FileSet draft = changed("position-weight", "<text>0.25</text>", "<text>0.20</text>");
        House plain = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        Difference cut = plain.replay(draft).differences().getFirst();
        Waivers waivers = new Waivers(List.of(new Waiver(
                "W-1",
                "position-weight",
                cut.account(),
                "",
                Optional.of(new BigDecimal("0.25")),
                DATE,
                "Ada",
                "Ben",
                "until it is sold")));
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES, new NearestLots(), waivers);
        assertEquals(plain.decided().orders(), house.decided().orders(), "as wide as the rule, it changes nothing");
        ReplayedRun replayed = house.replay(draft);
        assertEquals(List.of(), replayed.unlike());
        assertFalse(replayed.differences().isEmpty(), "of the other account");
        assertTrue(
                replayed.differences().stream()
                        .noneMatch(one -> one.account().equals(cut.account()) && one.kind() == ChangeKind.CUT_MORE),
                replayed::toString);
        assertEquals(List.of(), house.replay(RULES).differences(), "the same rules with the same waivers");
    }

    @Test
    void aReplayIsWhatTheDayWouldHaveBeen() {
        Random random = new Random(11);
        int differing = 0;
        int spared = 0;
        for (int seed = 0; seed < 5; seed++) {
            FileSet draft = draft(random);
            House house = house(seed, RULES);
            House other = house(seed, draft, house.plans());
            ReplayedRun replayed = house.replay(draft);
            assertEquals(List.of(), replayed.unlike());
            assertEquals(other.quantities(), applied(house, replayed), "seed " + seed);
            assertEquals(told(house, other), told(replayed.differences()), "what would have been told, seed " + seed);
            ReplayedRun whole = house.replay(draft, (_, _) -> Optional.empty());
            assertEquals(whole.differences(), replayed.differences(), "the index hides nothing, seed " + seed);
            assertEquals(whole.accounts(), whole.again());
            differing += replayed.differences().size();
            spared += replayed.accounts() - replayed.again();
        }
        assertTrue(differing > 30, "only " + differing + " differences");
        assertTrue(spared > 10, "only " + spared + " accounts were not judged again");
    }

    /** What is only told by the one and not by the other, of what neither acts upon. */
    private static TreeSet<String> told(House house, House other) {
        Map<String, Outcome> was = worst(house);
        Map<String, Outcome> would = worst(other);
        TreeSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(would.keySet());
        return keys.stream()
                .filter(key -> was.getOrDefault(key, Outcome.PASS) != would.getOrDefault(key, Outcome.PASS))
                .filter(key -> !was.getOrDefault(key, Outcome.PASS).acts()
                        && !would.getOrDefault(key, Outcome.PASS).acts())
                .map(key -> key + (would.getOrDefault(key, Outcome.PASS) == Outcome.WARN ? " newly" : " no longer"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Outcome> worst(House house) {
        Map<String, Outcome> worst = new TreeMap<>();
        house.decided().verdicts().stream()
                .filter(v -> !v.rule().name().equals("plan"))
                .forEach(v -> worst.merge(
                        v.rule().name() + " " + v.subject(), v.outcome(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        return worst;
    }

    private static TreeSet<String> told(List<Difference> differences) {
        return differences.stream()
                .filter(d -> d.kind() == ChangeKind.NEWLY_WARNED || d.kind() == ChangeKind.NO_LONGER_WARNED)
                .map(d ->
                        d.rule() + " " + d.subject() + (d.kind() == ChangeKind.NEWLY_WARNED ? " newly" : " no longer"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aTableThatIsGoneAndOneThatIsNewAreReplayed() {
        House house = house(5, RULES);
        Map<String, byte[]> without = new TreeMap<>(RULES.files());
        without.remove("limits/position-weight.dmn");
        without.put("required.txt", "limits/sector-weight.dmn\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                house(5, new FileSet(without), house.plans()).quantities(),
                applied(house, house.replay(new FileSet(without))));
        Map<String, byte[]> more = new TreeMap<>(RULES.files());
        more.put("limits/position-weight-2.dmn", text("position-weight", "0.25", "0.21"));
        ReplayedRun replayed = house.replay(new FileSet(more));
        assertEquals(replayed.accounts(), replayed.again(), "nothing was recorded of a table that was not there");
        assertEquals(house(5, new FileSet(more), house.plans()).quantities(), applied(house, replayed));
    }

    /** A minimum is compared from below; a table that measures something else than it did says nothing of what it will. */
    @Test
    void aMinimumIsReplayedAndATableOfSomethingElseIsJudgedAgain() throws IOException {
        House house = house(3, with(minimum("0.02")));
        for (String least : List.of("0.01", "0.1", "0.6")) {
            ReplayedRun replayed = house.replay(with(minimum(least)));
            assertEquals(
                    house.replay(with(minimum(least)), (_, _) -> Optional.empty())
                            .differences(),
                    replayed.differences(),
                    least);
            assertEquals(List.of(), replayed.unlike());
            assertEquals(house(3, with(minimum(least)), house.plans()).quantities(), applied(house, replayed), least);
            assertFalse(replayed.differences().isEmpty(), least);
        }
        ReplayedRun other = house.replay(with(minimum("null").replace("\"Minimum cash share\"", "\"Cash share\"")));
        assertEquals(other.accounts(), other.again());
    }

    private static FileSet with(String table) {
        Map<String, byte[]> files = new TreeMap<>(RULES.files());
        files.put("limits/minimum-cash-share.dmn", table.getBytes(StandardCharsets.UTF_8));
        return new FileSet(files);
    }

    private static String minimum(String least) throws IOException {
        String page = Files.readString(Path.of("src/docs/how-to-add-a-limit.md"));
        int from = page.indexOf("```dmn\n") + "```dmn\n".length();
        return page.substring(from, page.indexOf("```", from))
                .replace("<text>0.02</text>", "<text>" + least + "</text>")
                .replace("<text>0.03</text>", "<text>null</text>");
    }

    private static SortedMap<String, BigDecimal> applied(House house, ReplayedRun replayed) {
        SortedMap<String, BigDecimal> would = house.quantities();
        for (Difference difference : replayed.differences()) {
            difference.order().ifPresent(order -> {
                would.put(order.id(), difference.after().stripTrailingZeros());
                would.remove(order.id(), BigDecimal.ZERO);
            });
        }
        return would;
    }

    /** Somebody altered what is stored, or a measure counts otherwise since: the account is named, nothing is told of it. */
    @Test
    void whatTheDaysOwnRulesDoNotDecideAgainIsNamed() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        RebalanceResult stored = house.decided();
        house.memory.decisions.put(
                house.run.id(),
                new RebalanceResult(
                        stored.plans(),
                        stored.orders().stream()
                                .filter(order -> !order.id().endsWith("BEN-S00"))
                                .toList(),
                        stored.verdicts()));
        ReplayedRun replayed = house.replay(changed("position-weight", "<text>0.25</text>", "<text>0.20</text>"));
        assertEquals(List.of("BEN"), replayed.unlike());
        assertTrue(replayed.differences().stream().allMatch(d -> d.account().equals("ANNA")));
    }

    @Test
    void aDayOfWhichNothingCanBeSaidSaysWhy() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        RunRecord never =
                house.memory.open(DATE.plusDays(1), "/firms/small", 42, false, Instant.parse("2018-04-12T20:00:00Z"));
        RuleReplay replay = new RuleReplay(new RuleReplay.Ports(
                house.memory,
                house.markets(),
                new KeptRules(new MemoryRulesUsed(), new MemoryFilesUsed()),
                house.recorded,
                files -> {
                    DroolsRuleBook book = compiled(files);
                    return new CandidateRules(book, book.tables());
                }));
        assertEquals(
                List.of(
                        "Expected the rules that judged the day, but they were not kept.",
                        "Expected a day that was judged, but it never was."),
                replay.of(RULES, List.of(house.run, never), RuleReplay.Heard.NOBODY).stream()
                        .map(ReplayedRun::without)
                        .toList());
    }

    /** Whoever asks in the meantime hears of the days that are done; who asks the same again waits for the same. */
    @Test
    void aReplayIsBegunOnceAndToldWhileItIsWorked() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        List<Runnable> work = new ArrayList<>();
        RuleReplays replays = new RuleReplays(house::ruleReplay, house.memory, _ -> true, work::add);
        FileSet draft = changed("position-weight", "<text>0.25</text>", "<text>0.20</text>");
        RuleReplays.Status begun = replays.begin(draft, 5);
        assertEquals(RuleReplays.State.RUNNING, begun.state());
        assertEquals(begun, replays.begin(draft, 5));
        replays.begin(RULES, 5);
        Problem full = assertThrows(
                Problem.class,
                () -> replays.begin(changed("position-weight", "<text>0.25</text>", "<text>0.30</text>"), 5));
        assertEquals(Problem.Kind.UNAVAILABLE, full.kind());
        assertEquals(2, work.size());
        work.forEach(Runnable::run);
        RuleReplays.Status done = replays.find(begun.id());
        assertEquals(RuleReplays.State.DONE, done.state());
        assertEquals(7, done.differences().size());
        assertEquals(house.replay(draft).differences(), done.differences());
    }

    private static ReplayEffect effect(House house, FileSet active, FileSet draft) {
        return new RecordedEffect(house::ruleReplay, house.memory, _ -> true).of(active, draft);
    }

    /** Four of the five orders of the small firm are cut; that three are not warned of any more is why, and loosens nothing. */
    @Test
    void theEffectOfAChangeIsCounted() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        FileSet tighter = changed("position-weight", "<text>0.25</text>", "<text>0.20</text>");
        ReplayEffect effect = effect(house, RULES, tighter);
        assertEquals(1, effect.replayed());
        assertEquals(4, effect.cutMore(), effect.sentence());
        assertEquals(4, effect.changed(), effect.sentence());
        assertEquals(0, effect.loosened(), effect.sentence());
        assertTrue(effect.orders() >= 4, effect.sentence());
        assertEquals("USD", effect.traded().getFirst().currency());
        assertEquals(0, effect(house, RULES, RULES).changed());
    }

    /** The day was judged by the rules that the change goes back to: beside those that are active it lets more through. */
    @Test
    void goingBackIsAChangeBesideTheRulesThatAreActive() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        FileSet tighter = changed("position-weight", "<text>0.25</text>", "<text>0.20</text>");
        ReplayEffect back = effect(house, tighter, RULES);
        assertEquals(4, back.cutLess(), back.sentence());
        assertTrue(back.loosened() >= 4, back.sentence());
        assertEquals(
                effect(house, RULES, tighter).traded().getFirst().less(),
                back.traded().getFirst().more());
        assertEquals(0, effect(house, tighter, tighter).changed());
    }

    /** Beside rules that are active since the day: what both would have made of it is no difference. */
    @Test
    void theEffectIsThatOfTheChangeAlone() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        FileSet active = changed("position-weight", "<text>0.25</text>", "<text>0.22</text>");
        Map<String, byte[]> files = new TreeMap<>(active.files());
        files.put("limits/position-weight.dmn", text("position-weight", "<text>0.25</text>", "<text>0.20</text>"));
        ReplayEffect one = effect(house, active, new FileSet(files));
        ReplayEffect all = effect(house, RULES, new FileSet(files));
        ReplayEffect before = effect(house, RULES, active);
        assertFalse(one.traded().isEmpty(), one.sentence() + all.sentence() + before.sentence());
        assertEquals(
                0,
                all.traded()
                        .getFirst()
                        .less()
                        .subtract(before.traded().getFirst().less())
                        .compareTo(one.traded().getFirst().less()),
                one.sentence() + "; " + all.sentence() + "; " + before.sentence());
    }

    /** The same rules come to the same; where others judge than those that were looked at, each account says so. */
    @Test
    void recordedAccountsAreAskedAgainOfWhatJudges() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        FileSet tighter = changed("position-weight", "<text>0.25</text>", "<text>0.20</text>");
        List<RuleBook> live = new ArrayList<>(List.of(compiled(tighter)));
        Guard.Expected expected =
                new RecordedGuard(house::ports, house.memory, _ -> true, live::getFirst).expect(RULES, tighter);
        assertEquals(2, expected.asked());
        assertEquals(List.of(), expected.failing());
        live.set(0, compiled(RULES));
        assertEquals(2, expected.failing().size());
        assertTrue(
                expected.failing().getFirst().startsWith("account ANNA"),
                expected.failing().toString());
        assertEquals(
                0,
                new RecordedGuard(house::ports, house.memory, _ -> false, live::getFirst)
                        .expect(RULES, tighter)
                        .asked());
    }

    @Test
    void whatCannotBeReplayedIsSaid() {
        House house = new House(SmallFirm.firm(), SmallFirm.prices(), RULES);
        Map<String, byte[]> broken = new TreeMap<>(RULES.files());
        broken.put("limits/position-weight.dmn", "no table".getBytes(StandardCharsets.UTF_8));
        ReplayEffect effect = effect(house, RULES, new FileSet(broken));
        assertFalse(effect.made());
        assertEquals(1, effect.recorded());
        assertTrue(effect.sentence().contains("position-weight.dmn"), effect.sentence());
        assertEquals(
                ReplayEffect.NO_DAY, new RecordedEffect(house::ruleReplay, house.memory, _ -> false).of(RULES, RULES));
    }

    /** Another limit in one or two of the tables, tighter or wider. */
    private static FileSet draft(Random random) {
        Map<String, byte[]> files = new TreeMap<>(RULES.files());
        List<String[]> edits = List.of(
                new String[] {"position-weight", "<text>0.25</text>", "<text>0." + (20 + random.nextInt(30)) + "</text>"
                },
                new String[] {"sector-weight", "<text>0.60</text>", "<text>0." + (45 + random.nextInt(50)) + "</text>"},
                new String[] {"share-of-daily-volume", "0.10", "0." + (5 + random.nextInt(4)) + "9"},
                new String[] {"position-weight", "\"cut\"", "\"deny\""},
                new String[] {"daily-turnover", "0.50", "0." + (51 + random.nextInt(40))});
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            String[] edit = edits.get(random.nextInt(edits.size()));
            files.put("limits/" + edit[0] + ".dmn", text(edit[0], edit[1], edit[2]));
        }
        return new FileSet(files);
    }

    private static FileSet changed(String table, String from, String to) {
        Map<String, byte[]> files = new TreeMap<>(RULES.files());
        files.put("limits/" + table + ".dmn", text(table, from, to));
        return new FileSet(files);
    }

    private static byte[] text(String table, String from, String to) {
        String before = TextFile.text(Path.of("rules/limits/" + table + ".dmn"));
        assertTrue(before.contains(from), table + " says no " + from);
        return before.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    /** A firm of 20 accounts, some in households, over 12 shares in four sectors of which some hardly trade. */
    private static House house(long seed, FileSet rules) {
        return house(seed, rules, new NearestLots());
    }

    private static House house(long seed, FileSet rules, LotPlanner planner) {
        Random random = new Random(seed);
        Firm small = SmallFirm.firm();
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        int shares = 12;
        double[] close = new double[shares];
        double[] volume = new double[shares];
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            String symbol = String.format(Locale.ROOT, "T%02d", i);
            symbols.add(symbol);
            close[i] = 5 + random.nextInt(20_000) / 100.0;
            volume[i] = random.nextInt(5) == 0 ? 500 + random.nextInt(3_000) : 1e6;
            instruments.put(
                    symbol,
                    new Instrument(
                            symbol,
                            symbol,
                            i % 4 == 0 ? "ETF" : "Equity",
                            List.of("Energy", "Health", "Unknown", "Banks").get(random.nextInt(4)),
                            "USD",
                            BigDecimal.ONE,
                            new BigDecimal("0.01"),
                            "XNYS"));
        }
        List<Account> accounts = new ArrayList<>();
        List<TaxLot> lots = new ArrayList<>();
        for (int a = 0; a < 20; a++) {
            String id = "ACC" + a;
            Money cash = Money.of(BigDecimal.valueOf(random.nextInt(400_000)), "USD");
            accounts.add(
                    a % 5 == 0
                            ? new Account(id, id, cash, "equal", terms("house" + a / 10))
                            : new Account(id, id, cash, "equal"));
            for (int k = random.nextInt(5); k > 0; k--) {
                String symbol = symbols.get(random.nextInt(shares));
                lots.add(new TaxLot(
                        id + "/" + k,
                        id,
                        symbol,
                        BigDecimal.valueOf(1L + random.nextInt(4_000)),
                        BigDecimal.valueOf(1L + random.nextInt(200)),
                        DATE.minusDays(random.nextInt(60))));
            }
        }
        PriceHistory prices = new PriceHistory(
                List.of(DATE.minusDays(1), DATE), symbols, new double[][] {close, close}, new double[][] {volume, volume
                });
        Firm firm = new Firm(
                small.folder(),
                small.pricesFile(),
                small.settings(),
                small.calendars(),
                instruments,
                accounts,
                lots,
                small.venues(),
                List.of());
        return new House(firm, prices, rules, planner);
    }

    private static AccountTerms terms(String household) {
        return new AccountTerms(household, false, AccountTerms.Spends.TRADED);
    }
}
