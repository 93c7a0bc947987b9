package dev.vesper.adapters.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Stores a large file in parts, so that a broken connection costs one part; the object appears when all are there. */
final class MultipartPut {
    /** Files above this size go in parts of this size; S3 asks for at least 5 MiB and at most 10,000 parts. */
    static final int THRESHOLD_BYTES = 16 << 20;

    private final S3Client client;
    private final String bucket;

    MultipartPut(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    void put(StoredObject object, Path file) {
        String upload = client.createMultipartUpload(
                        b -> b.bucket(bucket).key(object.key()).metadata(Map.of(S3Store.SHA256, object.sha256())))
                .uploadId();
        boolean complete = false;
        try {
            List<CompletedPart> parts = sendParts(object, file, upload);
            client.completeMultipartUpload(
                    b -> b.bucket(bucket).key(object.key()).uploadId(upload).multipartUpload(m -> m.parts(parts)));
            complete = true;
        } finally {
            if (!complete) {
                client.abortMultipartUpload(
                        b -> b.bucket(bucket).key(object.key()).uploadId(upload));
            }
        }
    }

    private List<CompletedPart> sendParts(StoredObject object, Path file, String upload) {
        List<CompletedPart> parts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] bytes = in.readNBytes(THRESHOLD_BYTES);
                    bytes.length > 0;
                    bytes = in.readNBytes(THRESHOLD_BYTES)) {
                int number = parts.size() + 1;
                String tag = client.uploadPart(
                                b -> b.bucket(bucket)
                                        .key(object.key())
                                        .uploadId(upload)
                                        .partNumber(number),
                                RequestBody.fromBytes(bytes))
                        .eTag();
                parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
