package dev.vesper.adapters.lake;

import dev.vesper.adapters.Disk;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/**
 * An S3 server in this process, over a folder: the default lake. It listens on loopback only, on a port the system
 * chooses, and its keys are random, live in memory and end with the process.
 */
public final class EmbeddedS3 implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LOOPBACK = "127.0.0.1";

    private final S3Proxy server;
    private final S3Settings settings;

    private EmbeddedS3(S3Proxy server, S3Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Starts the server.
     *
     * @param folder where objects lie as files, {@code folder/bucket/key}; made when it is missing
     * @throws Problem of kind UNAVAILABLE where the folder cannot be written or the port cannot be opened
     */
    public static EmbeddedS3 start(Path folder, String bucket) {
        // Absolute: with a relative folder S3Proxy stores and reads, but every listing is silently empty.
        Path base = folder.toAbsolutePath().normalize();
        String accessKey = randomHex(10);
        String secretKey = randomHex(20);
        try {
            Disk.makeFolder(base);
            var properties = new Properties();
            properties.setProperty("jclouds.provider", "filesystem-nio2");
            properties.setProperty("jclouds.filesystem.basedir", base.toString());
            properties.setProperty("jclouds.identity", accessKey);
            properties.setProperty("jclouds.credential", secretKey);
            S3Proxy server = S3Proxy.builder()
                    .blobStore(new ForcedObjects(BlobStores.create("filesystem-nio2", properties), base))
                    .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                    .endpoint(URI.create("http://" + LOOPBACK + ":0"))
                    .build();
            server.start();
            URI endpoint = URI.create("http://" + LOOPBACK + ":" + server.getPort());
            return new EmbeddedS3(
                    server, new S3Settings(endpoint, S3Settings.DEFAULT_REGION, accessKey, secretKey, bucket, true));
        } catch (IOException e) {
            throw Problem.unavailable("Expected the lake folder " + base + " to be writable, but " + e, e);
        } catch (Exception e) {
            throw Problem.unavailable("Expected the embedded object store to start over " + base + ", but " + e, e);
        }
    }

    /** How to reach it. */
    public S3Settings settings() {
        return settings;
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw Problem.unavailable("Expected the embedded object store to stop, but " + e, e);
        }
    }
}
