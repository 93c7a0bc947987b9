package dev.vesper.app.cli;

import dev.vesper.adapters.engine.Engines;
import dev.vesper.adapters.firm.NotificationsYaml;
import dev.vesper.app.settings.CodeVersion;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.ProjectInputs;
import dev.vesper.app.wiring.StateWiring;
import dev.vesper.app.wiring.StoreWiring;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.User;
import dev.vesper.desk.notify.Notifications;
import dev.vesper.desk.operations.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is found, missing and stale, and which ports and folders are used. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Tells what is found, missing and stale, and which ports and folders are used; reads what people edit"
                        + " as a day would, and ends with 2 or 3 where that would stop a day.",
        footer = {"", "Example: ./vesper doctor --format json"})
final class DoctorCommand implements Callable<Integer> {
    private final Wiring wiring;

    DoctorCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--firm",
            paramLabel = "DIR",
            description =
                    "A firm folder whose notifications.yaml is read too; without it the sample firm, once it is made.")
    @Nullable
    private Path firm;

    @Override
    public Integer call() throws IOException {
        Settings settings = wiring.settings;
        Path root = settings.root();
        Table table = new Table("what", "state", "detail");
        table.row("Java", "found", Runtime.version() + ", " + System.getProperty("java.home"));
        table.row("Vesper", "found", CodeVersion.text() + ", " + root);
        tool(table, "Maven", "mvn", "needed to build");
        tool(table, "Rust", "cargo", "without it the Java engine serves");
        tool(table, "npm", "npm", "not needed to run");
        var orders = Engines.load(root.resolve("target/native"));
        table.row("order engine", orders.nativeServes() ? "native" : "Java twin", orders.reason());
        for (String cache : new String[] {"day", "calc"}) {
            Path file = root.resolve("target/" + cache + ".aot");
            table.row(
                    "ahead-of-time cache " + cache,
                    Files.exists(file) ? "found" : "missing",
                    Files.exists(file) ? megabytes(Files.size(file)) : "./vesper warm makes it; starts become faster");
        }
        Path engine = root.resolve(".engine");
        table.row("Zeebe distribution", Files.isDirectory(engine) ? "found" : "missing", engine);
        int code = 0;
        for (ProjectInputs.Input input : ProjectInputs.of(wiring)) {
            Problem wrong = wrong(input);
            table.row(
                    input.folder() + "/",
                    wrong == null ? "good" : "WRONG",
                    wrong == null ? root.resolve(input.folder()) : String.valueOf(wrong.getMessage()));
            if (wrong != null) {
                spec.commandLine().getErr().println("vesper: " + wrong.getMessage());
                code = Math.max(code, wrong.kind().exitCode());
            }
        }
        Problem untold = notifications(table, firm == null ? settings.folder("firm") : firm, firm != null);
        if (untold != null) {
            spec.commandLine().getErr().println("vesper: " + untold.getMessage());
            code = Math.max(code, untold.kind().exitCode());
        }
        Path migrations = root.resolve("migrations");
        table.row("migrations/", Files.isDirectory(migrations) ? "found" : "MISSING", migrations);
        Path state = settings.state();
        Optional<String> holder = StateWiring.otherHolder(settings);
        table.row("state folder", Files.exists(state) ? "found" : "made on first use", state);
        table.row("held by", holder.isEmpty() ? "nobody" : "busy", holder.orElse(""));
        users(table, holder.isPresent());
        table.row("free disk", "", megabytes(Files.getFileStore(existing(state)).getUsableSpace()));
        table.row(
                "processes",
                settings.zeebe().isPresent() ? "cluster" : "embedded",
                settings.zeebe()
                        .map(Settings.Zeebe::address)
                        .map(Secret::address)
                        .orElse("Zeebe 8.5.8 in process, without a port, " + settings.folder("zeebe")));
        table.row(
                "database",
                settings.database().isPresent() ? "server" : "embedded",
                settings.database()
                        .map(d -> StoreWiring.database(settings).shown() + ", user " + d.user() + ", password "
                                + d.password())
                        .orElse("H2 in " + settings.folder("store")));
        table.row(
                "object lake",
                settings.s3().isPresent() ? "server" : "embedded",
                settings.s3()
                        .map(s -> s.endpoint() + ", bucket " + s.bucket() + ", secret " + s.secretKey())
                        .orElse("S3Proxy, a free port on 127.0.0.1, " + settings.folder("lake")));
        table.row(
                "notifications",
                "",
                "password of the mail server " + settings.letterBox() + ", secret of the webhook "
                        + settings.webhook());
        table.row(
                "traces",
                settings.telemetry().endpoint().isPresent() ? "sent" : "not sent",
                settings.telemetry()
                        .endpoint()
                        .map(to -> to + ", headers "
                                + settings.telemetry()
                                        .headers()
                                        .map(Secret::toString)
                                        .orElse("(none)") + ", down to "
                                + settings.telemetry().depth().kind().name().toLowerCase(Locale.ROOT))
                        .orElse("OTEL_EXPORTER_OTLP_ENDPOINT says where"));
        settings.venues()
                .forEach((name, venue) -> table.row(
                        "venue " + name,
                        "real",
                        venue.host() + ":" + venue.port() + (venue.tls().isPresent() ? ", TLS" : ", NO TLS") + ", user "
                                + venue.user().orElse("(none)") + ", password " + venue.password()));
        table.row(
                "HTTP of ./vesper up",
                settings.http().tls().isPresent() ? "TLS" : "",
                settings.http().host().getHostAddress() + ":" + settings.http().port()
                        + " /health /metrics /api/v1/openapi.json /api/v1 /console");
        format.write(table, spec.commandLine().getOut());
        return code;
    }

    /** Who is told of what, as up reads it; what is wrong with it, or null. */
    private static @Nullable Problem notifications(Table table, Path folder, boolean asked) {
        Path file = folder.resolve(NotificationsYaml.FILE);
        try {
            if (asked && !Files.isDirectory(folder)) {
                throw Problem.usage("Expected --firm to name a folder, but " + folder + " is none");
            }
            Notifications told = NotificationsYaml.read(folder);
            table.row(
                    NotificationsYaml.FILE,
                    Files.exists(file) ? "good" : "missing",
                    Files.exists(file)
                            ? file + ", " + Counted.of(told.subscriptions().size(), "subscription")
                            : "everything is a line of the log");
            return null;
        } catch (Problem wrong) {
            table.row(NotificationsYaml.FILE, "WRONG", String.valueOf(wrong.getMessage()));
            return wrong;
        }
    }

    /** Whose roles nobody may have together, as the Vesper that runs says: a store that nobody holds is left alone. */
    private void users(Table table, boolean held) {
        if (!held) {
            table.row("users", "not asked", "no Vesper runs; ./vesper users list shows them");
            return;
        }
        try {
            List<User> users = wiring.operations
                    .access()
                    .ask(new Owner(), operations -> operations.users().list());
            List<User> wrong =
                    users.stream().filter(user -> !user.fault().isEmpty()).toList();
            wrong.forEach(user -> table.row("user " + user.name(), "WRONG", user.fault()));
            if (wrong.isEmpty()) {
                table.row("users", "good", Counted.of(users.size(), "user"));
            }
        } catch (Problem unanswered) {
            table.row("users", "not asked", String.valueOf(unanswered.getMessage()));
        }
    }

    private static @Nullable Problem wrong(ProjectInputs.Input input) {
        try {
            input.check().run();
            return null;
        } catch (Problem wrong) {
            return wrong;
        }
    }

    private static void tool(Table table, String name, String command, String why) {
        String found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(command))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
        table.row(name, found.isEmpty() ? "missing" : "found", found.isEmpty() ? why : found);
    }

    private static Path existing(Path folder) {
        Path path = folder.toAbsolutePath();
        while (!Files.exists(path)) {
            path = java.util.Objects.requireNonNull(path.getParent());
        }
        return path;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000);
    }
}
