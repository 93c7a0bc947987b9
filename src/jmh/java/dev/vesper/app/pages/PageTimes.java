package dev.vesper.app.pages;

import com.sun.management.OperatingSystemMXBean;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Listening;
import dev.vesper.adapters.console.access.LoginLink;
import dev.vesper.adapters.store.YearOfRuns;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.run.RunRecord;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long each page of the console takes with a year of runs in the store: milliseconds of the processor, and of the wall as
 * whoever asks sees it; the slowest first, with how busy the machine was. Wants a state folder (VESPER_VAR) with a day that was run, which is copied back so
 * many weekdays ({@link YearOfRuns}); an embedded database or one that the settings name. Run it with {@code ./vesper bench
 * pages [DAYS] [AUDIT-ROWS] [SEED] [PART-OF-A-NAME]}.
 */
final class PageTimes {
    private static final int WARM = 5;
    private static final int ROUNDS = 20;
    private static final int OF_TWENTY = 19;
    private static final double LIMIT_MILLIS = 200;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** What one page took, in milliseconds. */
    private record Took(
            String page, double first, double median, double slow, double processor, int bytes, int status) {
        String over() {
            return status != 200
                    ? "answers " + status
                    : processor > LIMIT_MILLIS ? "over" : median > LIMIT_MILLIS ? "over, by the wall" : "";
        }
    }

    private PageTimes() {}

    public static void main(String[] args) throws Exception {
        int days = args.length < 1 ? 250 : Integer.parseInt(args[0]);
        long auditRows = args.length < 2 ? 200_000 : Long.parseLong(args[1]);
        long seed = args.length < 3 ? 42 : Long.parseLong(args[2]);
        String part = args.length < 4 ? "" : args[3];
        Settings settings = Settings.from(System.getenv(), Path.of(""));
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try (Wiring wiring = new Wiring(settings, SystemTimes.in(settings.zone()), new Console(silent, false, null))) {
            var store = wiring.store.store.get();
            List<RunRecord> runs = store.runs().recent(null, 1_000);
            if (runs.isEmpty()) {
                System.err.println(
                        "Expected a day in " + settings.state() + ", but none was run; ./vesper eod runs one");
                System.exit(2);
            }
            RunRecord run = runs.getFirst();
            if (runs.size() < days) {
                long start = System.nanoTime();
                YearOfRuns year = new YearOfRuns(store.database());
                long rows = year.before(run.id(), run.date(), days);
                year.people(auditRows, seed);
                System.out.printf(
                        Locale.ROOT,
                        "%,d rows of %d days made in %.0f s, and an audit log of %,d%n",
                        rows,
                        days,
                        (System.nanoTime() - start) / 1e9,
                        store.audit().head().sequence());
            }
            ApiServer server = wiring.operations.serve(Listening.loopback(0));
            Operations asked = wiring.operations.access().ask(new Person("bench"), operations -> operations);
            URI home = server.endpoint().address();
            HttpClient client = HttpClient.newHttpClient();
            String link = LoginLink.make(home, server.endpoint().token(), new Person("bench"), wiring.times.clock());
            String[] cookie = {
                "Cookie",
                client.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .split(";", 2)[0]
            };
            String[] token = {
                "Authorization", "Bearer " + server.endpoint().token().reveal(), "Vesper-Person", "bench"
            };
            List<Took> took = new ArrayList<>();
            for (Map.Entry<String, String> page :
                    AskedPages.of(asked, run, YearOfRuns.SELDOM).entrySet()) {
                if (!page.getKey().contains(part)) {
                    continue;
                }
                Took one = measure(
                        client,
                        home.resolve(page.getValue()),
                        page.getValue().startsWith("/api/") ? token : cookie,
                        page.getKey());
                System.err.printf(Locale.ROOT, "%s %.0f ms%n", page.getValue(), one.median());
                took.add(one);
            }
            told(took);
        }
        System.exit(0);
    }

    private static void told(List<Took> took) {
        System.out.println("page                            CPU  median     p95   first     bytes");
        took.stream()
                .sorted(Comparator.comparing(Took::processor).reversed())
                .forEach(one -> System.out.printf(
                        Locale.ROOT,
                        "%-28s %6.0f  %6.0f  %6.0f  %6.0f  %8d  %s%n",
                        one.page(),
                        one.processor(),
                        one.median(),
                        one.slow(),
                        one.first(),
                        one.bytes(),
                        one.over()));
        System.out.printf(
                Locale.ROOT,
                "load %.1f at %d processors%n",
                SYSTEM.getSystemLoadAverage(),
                SYSTEM.getAvailableProcessors());
        System.out.printf(
                Locale.ROOT,
                "%d of %d pages take more than %.0f ms of the processor, %d by the wall%n",
                took.stream().filter(one -> one.processor() > LIMIT_MILLIS).count(),
                took.size(),
                LIMIT_MILLIS,
                took.stream().filter(one -> one.median() > LIMIT_MILLIS).count());
    }

    private static Took measure(HttpClient client, URI page, String[] header, String name) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page).headers(header).build();
        double[] wall = new double[ROUNDS];
        double first = 0;
        int bytes = 0;
        int status = 0;
        long processor = 0;
        for (int i = -WARM; i < ROUNDS; i++) {
            long before = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            HttpResponse<byte[]> said = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            status = said.statusCode();
            if (i == -WARM) {
                first = millis;
            }
            if (i >= 0) {
                wall[i] = millis;
                processor += SYSTEM.getProcessCpuTime() - before;
            }
            bytes = said.body().length;
        }
        Arrays.sort(wall);
        return new Took(
                name,
                first,
                wall[ROUNDS / 2],
                wall[ROUNDS * OF_TWENTY / 20 - 1],
                processor / NANOS_PER_MILLI / ROUNDS,
                bytes,
                status);
    }
}
