package dev.vesper.app.settings;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where the newest row of the audit is kept outside.
 *
 * @param file VESPER_ANCHOR_FILE
 * @param bucket VESPER_ANCHOR_S3_ENDPOINT and its keys
 * @param mail VESPER_ANCHOR_MAIL, an address
 */
public record Anchors(Optional<Path> file, Optional<Bucket> bucket, Optional<String> mail) {
    private static final int LONGEST_DAYS = 36_500;

    /**
     * A bucket of its own, with keys of its own: those of the lake may delete.
     *
     * @param retained how long each is locked; VESPER_ANCHOR_S3_DAYS, default 3650 days
     */
    public record Bucket(Settings.S3 s3, Duration retained) {}

    static Anchors from(Map<String, String> environment) {
        return new Anchors(
                Settings.text(environment, "VESPER_ANCHOR_FILE").map(Path::of),
                Settings.text(environment, "VESPER_ANCHOR_S3_ENDPOINT")
                        .map(endpoint -> new Bucket(
                                new Settings.S3(
                                        HttpAddress.read("VESPER_ANCHOR_S3_ENDPOINT", endpoint),
                                        environment.getOrDefault("VESPER_ANCHOR_S3_REGION", "us-east-1"),
                                        Settings.required(
                                                environment,
                                                "VESPER_ANCHOR_S3_ACCESS_KEY",
                                                "VESPER_ANCHOR_S3_ENDPOINT"),
                                        new Secret(Settings.required(
                                                environment,
                                                "VESPER_ANCHOR_S3_SECRET_KEY",
                                                "VESPER_ANCHOR_S3_ENDPOINT")),
                                        environment.getOrDefault("VESPER_ANCHOR_S3_BUCKET", "vesper-anchors")),
                                days(environment.getOrDefault("VESPER_ANCHOR_S3_DAYS", "3650")))),
                Settings.text(environment, "VESPER_ANCHOR_MAIL"));
    }

    private static Duration days(String text) {
        int days = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > LONGEST_DAYS) {
            throw Problem.usage(
                    "Expected VESPER_ANCHOR_S3_DAYS between 1 and " + LONGEST_DAYS + ", but it is \"" + text + "\"");
        }
        return Duration.ofDays(days);
    }
}
