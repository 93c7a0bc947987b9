package dev.vesper.app.settings;

import dev.vesper.adapters.routes.fix.RealVenue;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every setting, read from the environment; each has a default that runs on embedded parts.
 *
 * @param root the project folder with processes/, rules/, routes/, planner/, migrations/ and products/; VESPER_ROOT
 * @param state where everything that is kept lies; VESPER_VAR, default {@code var} under the root
 * @param zeebe a Zeebe cluster, or the engine in process; VESPER_ZEEBE_ADDRESS and how to be let in
 * @param database VESPER_DB_URL, VESPER_DB_USER, VESPER_DB_PASSWORD
 * @param s3 VESPER_S3_ENDPOINT and its keys
 * @param zone where a business day begins and ends, and in which the embedded engine reads the schedule;
 *     VESPER_TIME_ZONE, for example {@code America/New_York}, default the machine's
 * @param http where {@code up} answers
 * @param letterBox the password of the mail server of notifications.yaml; VESPER_SMTP_PASSWORD
 * @param webhook with which requests of notifications are signed; VESPER_WEBHOOK_SECRET
 * @param identity by which users may sign in to the console too
 * @param telemetry where traces go, and how much of a run is told
 * @param token of whoever a command asks as, for jobs that nobody sits at; VESPER_TOKEN, default the file of ./vesper login
 * @param anchors where the newest row of the audit is kept outside
 * @param proposalDays business days that people have to answer a proposed change of the rules; VESPER_PROPOSAL_DAYS
 * @param venues outside of this program, by name with _ for a hyphen; VESPER_VENUE_LIT_HOST and what stands beside it
 */
public record Settings(
        Path root,
        Path state,
        Optional<Zeebe> zeebe,
        Optional<Database> database,
        Optional<S3> s3,
        Optional<ZoneId> zone,
        Http http,
        Secret letterBox,
        Secret webhook,
        Optional<IdentityProvider> identity,
        Telemetry telemetry,
        Optional<Secret> token,
        Anchors anchors,
        int proposalDays,
        Map<String, RealVenue> venues) {
    private static final int PROPOSAL_DAYS = 5;
    private static final int MOST_PROPOSAL_DAYS = 250;

    /**
     * A Zeebe cluster; absent, the engine runs in this program.
     *
     * @param certificates PEM file of the authorities it is checked against; VESPER_ZEEBE_CERTIFICATES
     * @param tokens where a token is asked for, or empty where it wants none; VESPER_ZEEBE_TOKEN_URL
     * @param client VESPER_ZEEBE_CLIENT_ID
     * @param secret VESPER_ZEEBE_CLIENT_SECRET
     * @param audience VESPER_ZEEBE_AUDIENCE
     */
    public record Zeebe(
            String address,
            Optional<Path> certificates,
            Optional<String> tokens,
            String client,
            Secret secret,
            Optional<String> audience) {
        @Override
        public String toString() {
            return "Zeebe[" + Secret.address(address)
                    + tokens.map(t -> ", tokens " + Secret.address(t)).orElse("") + "]";
        }
    }

    /** A database server; absent, H2 keeps its file under {@link #state}. */
    public record Database(String url, String user, Secret password) {
        @Override
        public String toString() {
            return "Database[" + Secret.address(url) + ", user " + user + "]";
        }
    }

    /**
     * An S3 endpoint; absent, S3Proxy serves a folder under {@link #state}.
     *
     * @param region default {@code us-east-1}; VESPER_S3_REGION
     * @param bucket default {@code vesper}; VESPER_S3_BUCKET
     */
    public record S3(HttpAddress endpoint, String region, String accessKey, Secret secretKey, String bucket) {}

    /** Reads the environment; an impossible value is refused with its name. */
    public static Settings from(Map<String, String> environment, Path workingFolder) {
        Objects.requireNonNull(LogFormat.in(environment)); // the log itself cannot say that it is not understood
        Path root = Path.of(environment.getOrDefault(
                        "VESPER_ROOT", System.getProperty("vesper.root", workingFolder.toString())))
                .toAbsolutePath()
                .normalize();
        Path state = Path.of(environment.getOrDefault(
                        "VESPER_VAR", root.resolve("var").toString()))
                .toAbsolutePath()
                .normalize();
        return new Settings(
                root,
                state,
                text(environment, "VESPER_ZEEBE_ADDRESS").map(address -> zeebe(environment, address)),
                text(environment, "VESPER_DB_URL")
                        .map(url -> new Database(
                                url,
                                environment.getOrDefault("VESPER_DB_USER", "vesper"),
                                new Secret(environment.getOrDefault("VESPER_DB_PASSWORD", "")))),
                text(environment, "VESPER_S3_ENDPOINT")
                        .map(endpoint -> new S3(
                                HttpAddress.read("VESPER_S3_ENDPOINT", endpoint),
                                environment.getOrDefault("VESPER_S3_REGION", "us-east-1"),
                                required(environment, "VESPER_S3_ACCESS_KEY", "VESPER_S3_ENDPOINT"),
                                new Secret(required(environment, "VESPER_S3_SECRET_KEY", "VESPER_S3_ENDPOINT")),
                                environment.getOrDefault("VESPER_S3_BUCKET", "vesper"))),
                text(environment, "VESPER_TIME_ZONE").map(Settings::zone),
                Http.from(environment),
                new Secret(environment.getOrDefault("VESPER_SMTP_PASSWORD", "")),
                new Secret(environment.getOrDefault("VESPER_WEBHOOK_SECRET", "")),
                IdentityProvider.from(environment),
                Telemetry.from(environment),
                text(environment, "VESPER_TOKEN").map(Secret::new),
                Anchors.from(environment),
                text(environment, "VESPER_PROPOSAL_DAYS").map(Settings::days).orElse(PROPOSAL_DAYS),
                VenueSettings.from(environment));
    }

    private static Zeebe zeebe(Map<String, String> environment, String address) {
        Optional<String> tokens = text(environment, "VESPER_ZEEBE_TOKEN_URL");
        if (tokens.isEmpty() && text(environment, "VESPER_ZEEBE_CLIENT_ID").isPresent()) {
            required(environment, "VESPER_ZEEBE_TOKEN_URL", "VESPER_ZEEBE_CLIENT_ID");
        }
        return new Zeebe(
                address,
                text(environment, "VESPER_ZEEBE_CERTIFICATES").map(Path::of),
                tokens,
                tokens.isEmpty() ? "" : required(environment, "VESPER_ZEEBE_CLIENT_ID", "VESPER_ZEEBE_TOKEN_URL"),
                new Secret(
                        tokens.isEmpty()
                                ? ""
                                : required(environment, "VESPER_ZEEBE_CLIENT_SECRET", "VESPER_ZEEBE_TOKEN_URL")),
                text(environment, "VESPER_ZEEBE_AUDIENCE"));
    }

    private static int days(String text) {
        int days = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > MOST_PROPOSAL_DAYS) {
            throw Problem.usage("Expected VESPER_PROPOSAL_DAYS to be a number of business days from 1 to "
                    + MOST_PROPOSAL_DAYS + ", but it is \"" + text + "\"");
        }
        return days;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.usage(
                    "Expected VESPER_TIME_ZONE to name a time zone, for example America/New_York, but it is " + "\""
                            + name + "\"");
        }
    }

    /** All of it that must never be seen: a secret that is added is among them. */
    public List<Secret> secrets() {
        return secrets(this).toList();
    }

    private static Stream<Secret> secrets(@Nullable Object value) {
        return switch (value) {
            case Secret secret -> Stream.of(secret);
            case Optional<?> optional -> optional.stream().flatMap(Settings::secrets);
            case Map<?, ?> map -> map.values().stream().flatMap(Settings::secrets);
            case S3 s3 -> Stream.of(new Secret(s3.accessKey()), s3.secretKey());
            case Record part ->
                Arrays.stream(part.getClass().getRecordComponents())
                        .flatMap(component -> secrets(read(component, part)));
            case null, default -> Stream.empty();
        };
    }

    private static Object read(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Expected to read " + component, e);
        }
    }

    public Path folder(String name) {
        return state.resolve(name);
    }

    static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
    }

    static String required(Map<String, String> environment, String name, String because) {
        return text(environment, name)
                .orElseThrow(() -> Problem.usage(
                        "Expected " + name + ", because " + because + " is set, but it is not in the environment"));
    }
}
