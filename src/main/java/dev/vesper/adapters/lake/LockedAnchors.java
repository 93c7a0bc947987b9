package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.anchor.AnchorMark;
import dev.vesper.desk.audit.anchor.AnchorPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Anchors as objects of a bucket, an object each, locked where the endpoint can: under a retention in compliance mode nobody,
 * its owner neither, deletes or replaces one before its time. Whether one is locked is what the endpoint answers when it is
 * asked afterwards; what is asked for counts for nothing.
 */
public final class LockedAnchors implements AnchorPlace, AutoCloseable {
    private static final String PREFIX = "vesper-audit-anchors/";
    private static final Pattern KEY = Pattern.compile(PREFIX + "(\\d{12})-([0-9a-f]{64})");
    private static final int NOT_FOUND = 404;

    private final S3Settings settings;
    private final Duration retained;
    private final S3Client client;

    /**
     * Connects with the first anchor.
     *
     * @param retained how long one is to be locked
     */
    public LockedAnchors(S3Settings settings, Duration retained) {
        this.settings = settings;
        this.retained = retained;
        this.client = S3Clients.open(settings);
    }

    @Override
    public String name() {
        return "bucket " + settings.bucket() + " at " + settings.endpoint();
    }

    @Override
    public String keep(AnchorMark mark) {
        return ask("keep an anchor", () -> {
            makeBucket();
            String key = String.format(Locale.ROOT, "%s%012d-%s", PREFIX, mark.sequence(), mark.hash());
            Instant until = mark.at().plus(retained);
            if (!there(key)) {
                put(key, mark, until);
            }
            return guarantee(key, mark.at());
        });
    }

    private void put(String key, AnchorMark mark, Instant until) {
        RequestBody body = RequestBody.fromString(
                "vesper-anchor 1 " + mark.at() + " " + mark.sequence() + " " + mark.hash() + "\n");
        PutObjectRequest plain =
                PutObjectRequest.builder().bucket(settings.bucket()).key(key).build();
        try {
            client.putObject(
                    plain.toBuilder()
                            .objectLockMode(ObjectLockMode.COMPLIANCE)
                            .objectLockRetainUntilDate(until)
                            .build(),
                    body);
        } catch (S3Exception e) {
            if (e.statusCode() >= 500 && e.statusCode() != 501) {
                throw e;
            }
            client.putObject(plain, body); // no lock there: kept all the same, and said to be without
        }
    }

    /** What the endpoint says of the lock, now that the object is there. */
    private String guarantee(String key, Instant now) {
        try {
            ObjectLockRetention lock = client.getObjectRetention(
                            b -> b.bucket(settings.bucket()).key(key))
                    .retention();
            if (lock != null
                    && lock.mode() == ObjectLockRetentionMode.COMPLIANCE
                    && lock.retainUntilDate() != null
                    && lock.retainUntilDate().isAfter(now)) {
                return "locked in compliance mode until " + lock.retainUntilDate();
            }
        } catch (S3Exception without) {
            return "NOT locked: " + why(without) + "; whoever may write the bucket may delete it";
        }
        return "NOT locked: the endpoint took no retention; whoever may write the bucket may delete it";
    }

    private boolean there(String key) {
        try {
            client.headObject(b -> b.bucket(settings.bucket()).key(key));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private void makeBucket() {
        try {
            client.headBucket(b -> b.bucket(settings.bucket()));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                throw e;
            }
            try {
                client.createBucket(b -> b.bucket(settings.bucket()).objectLockEnabledForBucket(true));
            } catch (S3Exception noLock) {
                client.createBucket(b -> b.bucket(settings.bucket()));
            }
        }
    }

    @Override
    public Optional<List<AnchorMark>> read() {
        return Optional.of(ask("list the anchors", () -> {
            try {
                return client
                        .listObjectsV2Paginator(b -> b.bucket(settings.bucket()).prefix(PREFIX))
                        .contents()
                        .stream()
                        .map(LockedAnchors::mark)
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingLong(AnchorMark::sequence).thenComparing(AnchorMark::at))
                        .toList();
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return List.of();
                }
                throw e;
            }
        }));
    }

    private static Optional<AnchorMark> mark(S3Object object) {
        Matcher found = KEY.matcher(object.key());
        return found.matches()
                ? Optional.of(new AnchorMark(Long.parseLong(found.group(1)), found.group(2), object.lastModified()))
                : Optional.empty();
    }

    private <T> T ask(String wish, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            throw Problem.unavailable("Expected the " + name() + " to " + wish + ", but it answered " + why(e), e);
        } catch (SdkException e) {
            throw Problem.unavailable(
                    "Expected the " + name() + " to " + wish + ", but " + e.getMessage()
                            + "; maybe nothing listens there",
                    e);
        }
    }

    private static String why(S3Exception e) {
        return e.awsErrorDetails() == null
                ? "HTTP " + e.statusCode()
                : e.awsErrorDetails().errorCode() + " (HTTP " + e.statusCode() + ")";
    }

    @Override
    public void close() {
        client.close();
    }
}
