package dev.vesper.adapters.routes.intake;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.checkdata.RawObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The steps of routes/firm-files.camel.yaml that are not Camel's own. Public because Camel calls it by reflection.
 *
 * <p>Each file is copied first and hashed while it is copied: what is stored is what was hashed, even where somebody
 * saves the file at that moment. Every copy has a name of its own, since several days may begin at once.
 */
public final class FirmFolder {
    private static final Pattern INPUT = Pattern.compile("(?!\\.).*\\.(csv|csv\\.gz|yaml|yml)");
    private static final String COPY = "copy";
    private static final int NOT_FOUND = 404;
    private static final int BUFFER_BYTES = 1 << 16;
    /** The folder itself and two levels below, for example {@code tape/2018-04-11/IBM.csv}. */
    private static final int DEPTH = 3;

    private final S3Client lake;
    private final String bucket;
    private final Path copies;

    FirmFolder(S3Client lake, String bucket, Path copies) {
        this.lake = lake;
        this.bucket = bucket;
        this.copies = copies;
    }

    /** Takes the copies away that a kill or a failure left behind; nobody takes files in meanwhile. */
    static void clear(Path copies) {
        if (!Files.isDirectory(copies)) {
            return;
        }
        try (Stream<Path> left = Files.list(copies)) {
            for (Path copy : left.toList()) {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw Problem.unavailable("Expected to tidy " + copies + ", but " + e + "; maybe it cannot be written", e);
        }
    }

    /** One input file.
     *
     * @param name relative to the firm folder, with forward slashes
     */
    public record Input(Path file, String name) {}

    /** Every CSV and YAML file of the folder, by name; a link that leads out of the folder is refused. */
    public List<Input> files(Path folder) throws IOException {
        Path inside = folder.toRealPath();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            return all.filter(f -> INPUT.matcher(f.getFileName() + "").matches())
                    .filter(f -> !Files.isDirectory(f))
                    .map(f -> new Input(f, folder.relativize(f).toString().replace('\\', '/')))
                    .peek(input -> mustStayInside(inside, input))
                    .sorted(java.util.Comparator.comparing(Input::name))
                    .toList();
        }
    }

    private static void mustStayInside(Path folder, Input input) {
        try {
            Path real = input.file.toRealPath();
            if (!real.startsWith(folder)) {
                throw Problem.input(
                        Place.of(input.name), "Expected a file in the firm folder, but it is a link to " + real);
            }
            if (!Files.isRegularFile(real)) {
                throw Problem.input(
                        Place.of(input.name),
                        "Expected a regular file in the firm folder, but it is a pipe or a device");
            }
        } catch (IOException e) {
            throw Problem.input(Place.of(input.name), "Expected a readable file, but " + e);
        }
    }

    /** Copies and hashes the file; the body becomes the copy, the headers say name, key, sha256 and bytes. */
    public void fingerprint(Exchange exchange) throws IOException, InvalidPayloadException {
        Message message = exchange.getMessage();
        Input input = message.getMandatoryBody(Input.class);
        Files.createDirectories(copies);
        Path copy = Files.createTempFile(copies, "", ".copy"); // a name of its own: another day has such files too
        message.setHeader(COPY, copy.toString());
        Sha256 sum = new Sha256();
        try (InputStream in = Files.newInputStream(input.file);
                OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.add(buffer, n);
                out.write(buffer, 0, n);
            }
        }
        String sha256 = sum.hex();
        String safe = (input.file.getFileName() + "").replaceAll("[^A-Za-z0-9._-]", "_");
        message.setHeader("name", input.name);
        message.setHeader("sha256", sha256);
        message.setHeader("bytes", Files.size(copy));
        message.setHeader("key", "raw/" + sha256.substring(0, 2) + "/" + sha256 + "/" + safe);
        message.setHeader("CamelAwsS3Metadata", Map.of("sha256", sha256));
        message.setBody(copy.toFile());
    }

    /** Whether an object with this key, check sum and size lies in the lake. */
    public boolean isInLake(Exchange exchange) {
        RawObject object = of(exchange.getMessage());
        try {
            HeadObjectResponse head = lake.headObject(b -> b.bucket(bucket).key(object.key()));
            return object.sha256().equals(head.metadata().get("sha256")) && head.contentLength() == object.bytes();
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** Ends the work on one file: the copy goes, the body becomes the raw object. */
    public void stored(Exchange exchange) throws IOException {
        RawObject object = of(exchange.getMessage());
        Files.deleteIfExists(Path.of(exchange.getMessage().getHeader(COPY, String.class)));
        exchange.getMessage().setBody(object);
    }

    private static RawObject of(Message message) {
        return new RawObject(
                message.getHeader("name", String.class),
                message.getHeader("key", String.class),
                message.getHeader("sha256", String.class),
                message.getHeader("bytes", Long.class));
    }
}
