package dev.vesper.limits.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.limits.Bound;
import dev.vesper.limits.Claim;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Tables;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.limits.table.Kind;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GateTableTest {
    @Property(tries = 20)
    void saysOfEachOrderWhatTheTableSays(@ForAll long seed) {
        Random random = new Random(seed);
        List<ValuedBook> firm = Firms.of(random);
        List<LimitTable> tables =
                flat().map(measure -> (LimitTable) new Drawn(measure, random)).toList();
        GateTable gate = compiled(tables, firm);
        for (LimitTable table : tables) {
            int t = gate.names().indexOf(table.rule().name());
            for (ValuedBook book : t < 0 ? List.<ValuedBook>of() : firm) {
                for (Measured measured : table.measure().of(book)) {
                    for (ParentOrder order : orders(measured)) {
                        assertEquals(expected(table, measured), row(gate, t, order), table.rule() + " of " + order);
                    }
                }
            }
        }
    }

    @Test
    void isReadAsItWasWritten() {
        List<ValuedBook> firm = Firms.of(new Random(7));
        GateTable gate = compiled(drawn(7), firm);
        GateTable read = GateTable.read(gate.bytes());
        assertEquals(3, read.generation());
        assertEquals(
                flat().map(Measure::label)
                        .filter(label -> !label.equals("list-weight"))
                        .toList(),
                read.names().stream()
                        .filter(name -> !name.equals("list-weight"))
                        .toList());
        assertEquals(firm.size(), read.accounts());
        assertEquals(0, read.account(read.account(0)));
        assertEquals("S0", read.symbol(read.instrument("S0")));
        assertEquals(GateTable.UNKNOWN, read.account("ACC"));
        assertEquals(GateTable.UNKNOWN, read.instrument("ACC0"));
        assertEquals("position-weight", read.measure(1));
        assertEquals(Unit.SHARE_OF_VALUE, read.unit(1));
        assertEquals(new RuleVersion("position-weight", "drawn"), read.rule(1));
    }

    @Test
    void askingAllocatesNothing() {
        GateTable gate = compiled(drawn(7), Firms.of(new Random(7)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long sum = 0;
            for (int i = 0; i < 20_000; i++) {
                sum += asked(gate, i);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            assertTrue(sum != 0);
        }
        assertTrue(least < 1_000, "20,000 questions allocated " + least + " bytes");
    }

    private static long asked(GateTable gate, int i) {
        int table = i % gate.tables();
        int row = gate.row(table, i % gate.accounts(), i % gate.instruments(), i % 3 == 0 ? Side.BUY : Side.SELL);
        if (row == GateTable.NOTHING) {
            return 1;
        }
        boolean cut = gate.action(table, row) == LimitAction.CUT && gate.binds(table, row) == FlatRow.Binds.MEASURED;
        return gate.limit(table, row) + gate.warning(table, row) + (cut ? 1 : 0);
    }

    @Test
    void accountsAndInstrumentsThatATableCannotTellApartShareCells() {
        List<ValuedBook> firm = Firms.of(new Random(7));
        GateTable gate = compiled(List.of(new Drawn(Measures.ALL.all().getFirst(), Set.of())), firm);
        assertEquals(1, gate.cells(0));
        assertEquals(1, gate.rows(0));
    }

    @Test
    void whatHasNoFlatFormIsNamed() {
        LimitTable precise = new Drawn(Measures.ALL.all().getFirst(), Set.of()) {
            @Override
            public RiskLimit decide(FactValues facts) {
                return new RiskLimit(
                        rule(),
                        Optional.of(new BigDecimal("1234567890.12345678901")),
                        Optional.empty(),
                        LimitAction.CUT,
                        1);
            }
        };
        GateCompiler.Compiled compiled =
                GateCompiler.compile(1, List.of(precise), Firms.of(new Random(7)), List.of("S0"));
        assertEquals(0, compiled.table().tables());
        assertEquals(
                Map.of(
                        "order-notional",
                        "Expected limits that 64 bits hold with 11 decimal digits, but order-notional has"
                                + " 1234567890.12345678901"),
                compiled.leftOut());
    }

    @Test
    void whatWasAlteredOrCutShortIsRefused() {
        GateTable gate = compiled(drawn(7), Firms.of(new Random(7)));
        int length = gate.bytes().limit();
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            ByteBuffer bytes = copy(gate);
            int at = i < 64 ? i : random.nextInt(length);
            bytes.put(at, (byte) (bytes.get(at) ^ 1 << random.nextInt(8)));
            boolean generation = at >= GateFormat.GENERATION && at < GateFormat.ACCOUNTS;
            if (!generation) {
                assertThrows(Problem.class, () -> GateTable.read(bytes), "byte " + at);
            }
        }
        for (int cut : new int[] {0, 1, 63, 64, 65, length - 1}) {
            assertThrows(
                    Problem.class, () -> GateTable.read(copy(gate).limit(cut).slice()));
        }
    }

    @Property(tries = 60)
    void whatIsForgedWithItsSumIsRefusedOrStaysWithinItself(@ForAll long seed) {
        GateTable gate = compiled(drawn(7), Firms.of(new Random(7)));
        Random random = new Random(seed);
        ByteBuffer bytes = copy(gate);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int entry = GateFormat.HEAD + 4 * random.nextInt((bytes.limit() - GateFormat.HEAD) / 4);
            bytes.putInt(entry, random.nextBoolean() ? random.nextInt() : random.nextInt(bytes.limit()));
        }
        summed(bytes);
        GateTable read;
        try {
            read = GateTable.read(bytes);
        } catch (Problem refused) {
            return;
        }
        everything(read);
    }

    private static void everything(GateTable gate) {
        for (int t = 0; t < gate.tables(); t++) {
            assertEquals(gate.rule(t).name(), gate.names().get(t));
            assertTrue(gate.unit(t).ordinal() >= 0 && gate.measure(t).length() >= 0);
            for (int a = 0; a < gate.accounts(); a++) {
                for (int i = 0; i < 2 * gate.instruments(); i++) {
                    int row = gate.row(t, a, i / 2, Side.values()[i % 2]);
                    if (row != GateTable.NOTHING) {
                        assertEquals(gate.action(t, row), gate.shown(t, row).action());
                    }
                }
            }
        }
    }

    @Test
    void whatMustBeThereHasNoFlatFormAndIsNamed() {
        List<ValuedBook> firm = Firms.of(new Random(1));
        List<LimitTable> tables = Measures.ALL.all().stream()
                .filter(measure -> measure.bound() == Bound.MINIMUM || !measure.addsUp())
                .map(measure -> Tables.cutting(measure, facts -> "0.5"))
                .toList();
        assertEquals(
                Set.of(
                        "minimum-cash-share",
                        "minimum-net-exposure",
                        "minimum-number-of-names",
                        "distance-to-target",
                        "volatility",
                        "tracking-error"),
                GateCompiler.compile(1, tables, firm, Set.of("S0")).leftOut().keySet());
    }

    private static GateTable compiled(List<LimitTable> tables, List<ValuedBook> firm) {
        GateCompiler.Compiled compiled = GateCompiler.compile(
                3, tables, firm, firm.getFirst().book().instruments().keySet());
        assertTrue(
                Set.of("list-weight").containsAll(compiled.leftOut().keySet()),
                compiled.leftOut().toString());
        return compiled.table();
    }

    /** Those that have a flat form. */
    private static Stream<Measure> flat() {
        return Measures.ALL.all().stream().filter(measure -> measure.bound() == Bound.MAXIMUM && measure.addsUp());
    }

    private static List<LimitTable> drawn(long seed) {
        Random random = new Random(seed);
        return flat().map(measure -> (LimitTable) new Drawn(measure, random)).toList();
    }

    private static Optional<FlatRow> row(GateTable gate, int table, ParentOrder order) {
        int row = gate.row(table, gate.account(order.account()), gate.instrument(order.symbol()), order.side());
        return row == GateTable.NOTHING ? Optional.empty() : Optional.of(gate.shown(table, row));
    }

    private static Optional<FlatRow> expected(LimitTable table, Measured measured) {
        try {
            return Optional.of(FlatRow.of(table.decide(measured.facts()), measured instanceof Measured.Used));
        } catch (Problem none) {
            return Optional.of(FlatRow.NO_ROW);
        }
    }

    private static List<ParentOrder> orders(Measured measured) {
        return switch (measured) {
            case Measured.Used used ->
                used.used().claims().stream().map(Claim::order).toList();
            case Measured.Unknown unknown -> unknown.orders();
        };
    }

    private static ByteBuffer copy(GateTable gate) {
        ByteBuffer bytes = gate.bytes();
        ByteBuffer copy = ByteBuffer.allocate(bytes.limit()).order(ByteOrder.LITTLE_ENDIAN);
        return copy.put(bytes).flip();
    }

    private static void summed(ByteBuffer bytes) {
        byte[] body = new byte[bytes.limit() - GateFormat.HEAD];
        bytes.get(GateFormat.HEAD, body);
        bytes.put(GateFormat.SUM, HexFormat.of().parseHex(Sha256.of(body)));
    }

    /** A table by chance that tells some of its measure's facts apart, and some columns of the firm. */
    private static class Drawn implements LimitTable {
        private final Measure measure;
        private final Set<Fact<?>> asked;
        private final long salt;

        Drawn(Measure measure, Random random) {
            this.measure = measure;
            Set<Fact<?>> some = new HashSet<>();
            List<Fact<?>> all = new ArrayList<>(measure.facts());
            all.sort((a, b) -> a.name().compareTo(b.name()));
            for (String column : List.of("client_type", "account client type", "country", "domicile")) {
                all.add(new Fact<>(column, new FactType.OfFirm(Kind.TEXT), "a column"));
            }
            for (String list : List.of("watch", "sector_watch", "restricted")) {
                all.add(new Fact<>("On list " + list, new FactType.OnList(list), "a list"));
            }
            all.forEach(fact -> {
                if (random.nextInt(3) == 0) {
                    some.add(fact);
                }
            });
            this.asked = Set.copyOf(some);
            this.salt = random.nextLong();
        }

        Drawn(Measure measure, Set<Fact<?>> asked) {
            this.measure = measure;
            this.asked = asked;
            this.salt = 1;
        }

        @Override
        public RuleVersion rule() {
            return new RuleVersion(measure.label(), "drawn");
        }

        @Override
        public Measure measure() {
            return measure;
        }

        @Override
        public Set<Fact<?>> asked() {
            return asked;
        }

        @Override
        public RiskLimit decide(FactValues facts) {
            long sum = salt;
            for (Fact<?> fact : asked) {
                Object cell = facts.cell(fact);
                sum += fact.name().hashCode()
                        * 31L
                        * (cell instanceof BigDecimal n
                                ? n.stripTrailingZeros().hashCode()
                                : String.valueOf(cell).hashCode());
            }
            Random drawn = new Random(sum);
            if (drawn.nextInt(6) == 0) {
                throw Problem.usage("no row fits");
            }
            return new RiskLimit(
                    rule(),
                    drawn.nextInt(4) == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(drawn.nextInt(1_000), 3)),
                    drawn.nextInt(2) == 0
                            ? Optional.empty()
                            : Optional.of(BigDecimal.valueOf(drawn.nextInt(1_000_000), 2)),
                    LimitAction.values()[drawn.nextInt(3)],
                    1 + drawn.nextInt(20));
        }
    }
}
