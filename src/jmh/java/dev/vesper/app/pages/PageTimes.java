package dev.vesper.app.pages;

import com.sun.management.OperatingSystemMXBean;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Listening;
import dev.vesper.adapters.console.Pages;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long each page of the console takes with a year of runs in the store: milliseconds of the wall, median and worst, and
 * of the processor, the asking included. Wants a state folder (VESPER_VAR) with a day that was run, which is copied back so
 * many weekdays; an embedded database or one that the settings name. Run it with {@code ./vesper bench pages [DAYS]}.
 */
final class PageTimes {
    private static final int ROUNDS = 25;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private PageTimes() {}

    public static void main(String[] args) throws Exception {
        int days = args.length == 0 ? 250 : Integer.parseInt(args[0]);
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
                long rows = new YearOfRuns(store.database()).before(run.id(), run.date(), days);
                System.out.printf(
                        Locale.ROOT,
                        "%,d rows of %d days made in %.0f s%n",
                        rows,
                        days,
                        (System.nanoTime() - start) / 1e9);
            }
            ApiServer server = wiring.operations.serve(Listening.loopback(0));
            Operations asked = wiring.operations.access().ask(new Person("bench"), operations -> operations);
            Map<String, String> addresses = addresses(asked, run);
            HttpClient client = HttpClient.newHttpClient();
            String link = LoginLink.make(
                    server.endpoint().address(), server.endpoint().token(), new Person("bench"), wiring.times.clock());
            String cookie = client.send(
                            HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .split(";", 2)[0];
            System.out.println("page                       first  median   worst     CPU    bytes  status");
            for (Map.Entry<String, String> page : addresses.entrySet()) {
                measure(client, server.endpoint().address().resolve(page.getValue()), cookie, page.getKey());
            }
        }
        System.exit(0);
    }

    private static Map<String, String> addresses(Operations asked, RunRecord run) {
        Map<String, String> values = new HashMap<>();
        values.put("run", run.id().value());
        values.put("subject", run.id().value());
        values.put("task", "propose-trades");
        asked.orders().list(run.id(), 0, 1).forEach(order -> values.put("order", order.order()));
        asked.limits().worst(run.id()).stream().limit(1).forEach(line -> {
            values.put("rule", line.rule());
            values.put("account", line.account());
        });
        Map<String, String> addresses = new LinkedHashMap<>();
        Pages.ALL.forEach(page -> addresses.put(page.word(), page.path().fill(values)));
        addresses.put("runs-stages", "/console/runs-stages");
        return addresses;
    }

    private static void measure(HttpClient client, URI page, String cookie, String name) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(page).header("Cookie", cookie).build();
        double[] wall = new double[ROUNDS];
        double first = 0;
        int bytes = 0;
        int status = 0;
        long cpu = 0;
        for (int i = -3; i < ROUNDS; i++) {
            long processor = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            HttpResponse<byte[]> said = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            double took = (System.nanoTime() - start) / NANOS_PER_MILLI;
            if (i == -3) {
                first = took;
            }
            if (i >= 0) {
                wall[i] = took;
                cpu += SYSTEM.getProcessCpuTime() - processor;
            }
            bytes = said.body().length;
            status = said.statusCode();
        }
        java.util.Arrays.sort(wall);
        System.out.printf(
                Locale.ROOT,
                "%-24s %7.0f %7.0f %7.0f %7.0f %8d %7d%n",
                name,
                first,
                wall[ROUNDS / 2],
                wall[ROUNDS - 1],
                cpu / NANOS_PER_MILLI / ROUNDS,
                bytes,
                status);
    }
}
