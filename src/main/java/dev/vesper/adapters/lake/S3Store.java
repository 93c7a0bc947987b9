package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of one bucket. A put is whole or not at all, carries its SHA-256, and is skipped where the same bytes lie
 * there already; a fetch is verified. Every failure is a {@link Problem} of kind UNAVAILABLE that names endpoint and
 * key, never the secret.
 */
public final class S3Store implements AutoCloseable {
    /** The metadata key that holds the check sum. */
    public static final String SHA256 = "sha256";

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final S3Settings settings;
    private final S3Client client;

    private S3Store(S3Settings settings, S3Client client) {
        this.settings = settings;
        this.client = client;
    }

    /** Connects, and makes the bucket where it is missing. */
    public static S3Store open(S3Settings settings) {
        var store = new S3Store(settings, S3Clients.open(settings));
        try {
            store.makeBucket();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public S3Client client() {
        return client;
    }

    public String bucket() {
        return settings.bucket();
    }

    private void makeBucket() {
        boolean there = ask("have a bucket \"" + bucket() + "\"", () -> {
            try {
                client.headBucket(b -> b.bucket(bucket()));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() != NOT_FOUND) {
                    throw e;
                }
                return false;
            }
        });
        if (!there) {
            ask("make the bucket \"" + bucket() + "\"", () -> client.createBucket(b -> b.bucket(bucket())));
        }
    }

    /** What is known of an object, or empty where there is none. */
    public Optional<StoredObject> find(String key) {
        return ask("look for " + key, () -> {
            try {
                HeadObjectResponse head =
                        client.headObject(b -> b.bucket(bucket()).key(key));
                return Optional.of(
                        new StoredObject(key, head.metadata().getOrDefault(SHA256, ""), head.contentLength()));
            } catch (S3Exception e) {
                if (e.statusCode() != NOT_FOUND) {
                    throw e;
                }
                return Optional.empty();
            }
        });
    }

    /** Stores a file; in parts where it is large. */
    public StoredObject put(String key, Path file) {
        try {
            var object = new StoredObject(key, FileSum.of(file), Files.size(file));
            if (!find(key).equals(Optional.of(object))) {
                ask("store " + key, () -> {
                    if (object.bytes() > MultipartPut.THRESHOLD_BYTES) {
                        new MultipartPut(client, bucket()).put(object, file);
                    } else {
                        client.putObject(
                                b -> b.bucket(bucket()).key(key).metadata(Map.of(SHA256, object.sha256())),
                                RequestBody.fromFile(file));
                    }
                    return object;
                });
            }
            return object;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + file + " for the lake, but " + e, e);
        }
    }

    /** Stores a few bytes. */
    public StoredObject put(String key, byte[] bytes) {
        var object = new StoredObject(key, Sha256.of(bytes), bytes.length);
        if (!find(key).equals(Optional.of(object))) {
            ask(
                    "store " + key,
                    () -> client.putObject(
                            b -> b.bucket(bucket()).key(key).metadata(Map.of(SHA256, object.sha256())),
                            RequestBody.fromBytes(bytes)));
        }
        return object;
    }

    /** Reads a small object whole and verifies it against the check sum stored with it. */
    public byte[] read(String key) {
        return ask("read " + key, () -> {
            var response = client.getObjectAsBytes(b -> b.bucket(bucket()).key(key));
            byte[] bytes = response.asByteArray();
            verify(key, response.response().metadata().getOrDefault(SHA256, ""), Sha256.of(bytes));
            return bytes;
        });
    }

    /**
     * Brings an object to a local file, verified; the file appears whole or not at all. A file that is there already
     * with that check sum is kept.
     *
     * @param sha256 what the content must be
     */
    public void fetch(String key, String sha256, Path target) {
        try {
            if (Files.exists(target) && FileSum.of(target).equals(sha256)) {
                return;
            }
            Path parent = target.toAbsolutePath().getParent();
            Files.createDirectories(parent == null ? Path.of(".") : parent);
            Path part = target.resolveSibling(target.getFileName() + ".part");
            String got = ask("read " + key, () -> download(key, part));
            verify(key, sha256, got);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + target + ", but " + e + "; maybe the disk is full", e);
        }
    }

    /** The check sum of what an object holds now, read whole. */
    String sha256(String key) {
        return ask("read " + key, () -> {
            try (InputStream in = client.getObject(b -> b.bucket(bucket()).key(key))) {
                return FileSum.whileCopied(in, OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw Problem.unavailable("Expected to read " + key + ", but " + e, e);
            }
        });
    }

    private String download(String key, Path part) {
        try (InputStream in = client.getObject(b -> b.bucket(bucket()).key(key));
                OutputStream out = Files.newOutputStream(part)) {
            return FileSum.whileCopied(in, out);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to copy " + key + " to " + part + ", but " + e, e);
        }
    }

    /** The keys under a prefix, ascending. */
    public List<String> list(String prefix) {
        return ask(
                "list " + prefix,
                () -> client.listObjectsV2Paginator(b -> b.bucket(bucket()).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .sorted()
                        .toList());
    }

    private static void verify(String key, String expected, String got) {
        if (!expected.isEmpty() && !expected.equals(got)) {
            throw Problem.unavailable("Expected object " + key + " to have the check sum " + expected + ", but it has "
                    + got + "; maybe it was altered in the lake");
        }
    }

    /** Turns the SDK's words into ours. */
    private <T> T ask(String wish, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            String why = e.awsErrorDetails() == null
                    ? "HTTP " + e.statusCode()
                    : e.awsErrorDetails().errorCode() + " (HTTP " + e.statusCode() + ")";
            String hint = e.statusCode() == FORBIDDEN
                    ? "; maybe the access key or the secret key is wrong"
                    : e.statusCode() >= 500 ? "; maybe its disk is full" : "";
            throw Problem.unavailable(expected(wish) + "it answered " + why + hint, e);
        } catch (SdkException e) {
            throw Problem.unavailable(expected(wish) + e.getMessage() + "; maybe nothing listens there", e);
        }
    }

    private String expected(String wish) {
        return "Expected the object lake at " + settings.endpoint() + " to " + wish + ", but ";
    }

    @Override
    public void close() {
        client.close();
    }
}
