package dev.vesper.app.wiring;

import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.EndpointFile;
import dev.vesper.adapters.api.LoginFile;
import dev.vesper.app.settings.CodeVersion;
import dev.vesper.app.settings.LastLines;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.diagram.RunStates;
import dev.vesper.desk.repair.BundlePart;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.repair.Standstills;
import dev.vesper.desk.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of a support bundle, a line each.
 *
 * @param working whether this Vesper works days: another one has no health of its own
 */
record SupportParts(
        Settings settings,
        StoreWiring.Store kept,
        RunStates states,
        Standstills standstills,
        HealthWiring health,
        boolean working) {
    private static final int RUNS = 50;
    private static final int AUDIT_ROWS = 200;

    List<BundlePart> all() {
        List<BundlePart> parts = new ArrayList<>(List.of(
                new BundlePart("about.txt", this::about),
                new BundlePart("settings.txt", () -> settings(settings)),
                new BundlePart(
                        "runs.txt",
                        () -> lines(kept.runs().recent(RUNS).stream().map(SupportParts::run))),
                new BundlePart("incidents.json", () -> ApiJson.write(standstills.open())),
                new BundlePart("stages.txt", this::stages),
                new BundlePart("audit.txt", this::audit),
                new BundlePart("log.txt", () -> lines(LastLines.all().stream()))));
        if (working) {
            parts.add(new BundlePart("health.json", () -> ApiJson.write(health.health())));
            parts.add(new BundlePart("metrics.txt", health::metrics));
        }
        processes().forEach((name, text) -> parts.add(new BundlePart(name, () -> text)));
        return parts;
    }

    /** What must not be seen in it. */
    List<Secret> secrets() {
        return Stream.of(
                        settings.secrets().stream(),
                        Stream.of(new Secret(StoreWiring.database(settings).password())),
                        new EndpointFile(settings.folder(OperationsEndpoint.FILE)).read().map(Endpoint::token).stream(),
                        new LoginFile(settings.folder("login.json")).read().map(LoginFile.Login::token).stream())
                .flatMap(all -> all)
                .toList();
    }

    private String about() {
        Runtime machine = Runtime.getRuntime();
        return lines(Stream.of(
                "Vesper " + CodeVersion.text(),
                "Java " + Runtime.version() + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                machine.availableProcessors() + " processors, " + machine.maxMemory() / 1_048_576 + " MB heap at most, "
                        + (machine.totalMemory() - machine.freeMemory()) / 1_048_576 + " MB used",
                "works days here: " + (working ? "yes" : "no")));
    }

    private static String settings(Settings settings) {
        return lines(Stream.of(
                "root " + settings.root(),
                "state " + settings.state(),
                "processes " + settings.zeebe().map(Object::toString).orElse("embedded"),
                "database " + settings.database().map(Object::toString).orElse("embedded"),
                "object lake "
                        + settings.s3()
                                .map(s3 -> s3.endpoint() + ", region " + s3.region() + ", bucket " + s3.bucket()
                                        + ", secret " + s3.secretKey())
                                .orElse("embedded"),
                "zone " + settings.zone().map(Object::toString).orElse("the machine's"),
                "http " + settings.http().host().getHostAddress() + ":"
                        + settings.http().port()
                        + (settings.http().tls().isPresent() ? ", TLS" : ""),
                "identity provider " + settings.identity().map(Object::toString).orElse("none"),
                "mail server's password " + settings.letterBox(),
                "webhook's secret " + settings.webhook()));
    }

    private static String run(RunRecord run) {
        return run.id() + " " + run.status() + (run.rehearsal() ? " rehearsal" : "") + ", opened " + run.openedAt()
                + ", seed " + run.seed() + ", firm " + run.firm();
    }

    private String stages() {
        return lines(kept.runs().recent(10).stream()
                .flatMap(run -> Stream.concat(
                        Stream.of("run " + run.id()),
                        kept.runs().stages(run.id()).stream().map(stage -> "  " + stage))));
    }

    private String audit() {
        List<AuditLog.Row> rows = kept.audit().rows();
        List<AuditLog.Row> last = rows.subList(Math.max(0, rows.size() - AUDIT_ROWS), rows.size());
        List<AuditLog.Fault> faults = last.isEmpty()
                ? List.of()
                : kept.audit().verifyChain(last.getFirst().sequence());
        return lines(Stream.of(
                        Stream.of(
                                last.isEmpty()
                                        ? "no rows"
                                        : "head: row " + last.getLast().sequence() + ", hash "
                                                + last.getLast().hash(),
                                faults.isEmpty() ? "the chain of the rows below is whole" : "FAULTS " + faults),
                        last.stream()
                                .map(row -> row.sequence() + " " + row.at() + " " + row.actor() + " "
                                        + row.action().word() + " " + row.subject() + ": " + row.detail()))
                .flatMap(all -> all));
    }

    /** Those of the newest run and of every run that stands still. */
    private Map<String, String> processes() {
        Map<String, String> files = new LinkedHashMap<>();
        Stream.concat(
                        kept.runs().recent(1).stream().map(RunRecord::id),
                        standstills.open().stream().map(Standstill::run).map(RunRecord::id))
                .distinct()
                .forEach(run -> states.processes(run)
                        .forEach(process -> files.put("processes/" + name(run, process.process()), process.bpmn())));
        return files;
    }

    private static String name(RunId run, String process) {
        return run + "/" + process.replaceAll("[^0-9A-Za-z._-]", "_") + ".bpmn";
    }

    private static String lines(Stream<String> lines) {
        return String.join("\n", lines.toList()) + "\n";
    }
}
