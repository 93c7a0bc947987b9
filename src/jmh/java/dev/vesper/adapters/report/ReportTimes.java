package dev.vesper.adapters.report;

import com.sun.management.OperatingSystemMXBean;
import dev.vesper.adapters.WholeFile;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.adapters.report.section.Sections;
import dev.vesper.desk.report.RunReport;
import dev.vesper.orders.FillAllocator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Processor time of the parts of a report for days of about 500, 5,000 and 40,000 orders, least of three. Page and PDF must
 * stay where they are; facts and CSVs grow with the orders. Run it with
 * {@code ./vesper bench report}.
 */
final class ReportTimes {
    private static final int ROUNDS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ReportTimes() {}

    public static void main(String[] args) {
        PageAndPdf warm = new PageAndPdf(SampleRun.of(60, 14).build());
        for (int i = 0; i < ROUNDS; i++) {
            warm.page();
            warm.pdf();
        }
        System.out.println("milliseconds of CPU, then bytes");
        System.out.println("orders   fills  booked   facts    page     PDF    CSVs      page       PDF      CSVs");
        for (int[] size : new int[][] {{60, 14}, {320, 20}, {500, 100}}) {
            measure(SampleRun.of(size[0], size[1]).build());
        }
    }

    private static void measure(RunReport report) {
        PageAndPdf run = new PageAndPdf(report);
        double booked = least(() -> FillAllocator.allocate(
                report.firm().lots(),
                report.orders(),
                report.fills(),
                report.run().date()));
        double facts = least(() -> RunFacts.of(report));
        double page = least(run::page);
        double pdf = least(run::pdf);
        double tables = least(run::tables);
        System.out.printf(
                Locale.ROOT,
                "%6d %7d %7.0f %7.0f %7.0f %7.0f %7.0f %9d %9d %9d%n",
                report.orders().size(),
                report.fills().size(),
                booked,
                facts,
                page,
                pdf,
                tables,
                run.page(),
                run.pdf(),
                run.tables());
    }

    private static double least(Runnable work) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = SYSTEM.getProcessCpuTime();
            work.run();
            least = Math.min(least, (SYSTEM.getProcessCpuTime() - before) / NANOS_PER_MILLI);
        }
        return least;
    }

    /** The parts of one report; each gives how many bytes it wrote. */
    private static final class PageAndPdf {
        private final RunReport report;
        private final RunFacts facts;
        private final List<Section> sections = new ArrayList<>();
        private final String page;

        PageAndPdf(RunReport report) {
            this.report = report;
            this.facts = RunFacts.of(report);
            Sections.ALL.forEach(sections::add);
            this.page = render();
        }

        private String render() {
            return new ReportPage(Sections.ALL).render(facts, List.of());
        }

        long page() {
            return render().getBytes(StandardCharsets.UTF_8).length;
        }

        long pdf() {
            return counted(out -> ReportPdf.write(page, report.run(), "Firm", out));
        }

        long tables() {
            long bytes = 0;
            for (Section section : sections) {
                Optional<Table<?>> table = section.csv(facts);
                bytes += table.isEmpty() ? 0 : counted(out -> CsvFile.write(table.get(), out));
            }
            return bytes;
        }

        private static long counted(WholeFile.Content content) {
            try (Counter counter = new Counter()) {
                content.writeTo(counter);
                return counter.bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Counts what it is given, and keeps nothing. */
    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}
