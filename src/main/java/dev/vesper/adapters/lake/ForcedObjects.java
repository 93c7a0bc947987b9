package dev.vesper.adapters.lake;

import dev.vesper.adapters.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Objects as files, each forced to the disk before it is said to be stored; also before it is said to be there, since
 * whoever stored it may have been killed in between.
 */
final class ForcedObjects extends ForwardingBlobStore {
    private final Path base;
    /** Objects and folders that this program knows to be on the disk. */
    private final Set<Path> forced = ConcurrentHashMap.newKeySet();

    /**
     * Forces what a store keeps.
     *
     * @param base where it keeps its objects, {@code base/bucket/key}
     */
    ForcedObjects(BlobStore store, Path base) {
        super(store);
        this.base = base;
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        CreateBucketResponse made = super.createContainer(request);
        force(base.resolve(request.bucket()));
        return made;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse put = super.putBlob(request, content);
        force(request.bucket(), request.key());
        return put;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse copied = super.copyBlob(request);
        force(request.destinationBucket(), request.destinationKey());
        return copied;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse complete = super.completeMultipartUpload(upload, request);
        force(request.bucket(), request.key());
        return complete;
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        HeadObjectResponse found = super.blobMetadata(request);
        Path file = file(request.bucket(), request.key());
        if (!forced.contains(file)) {
            force(file);
        }
        return found;
    }

    private Path file(String bucket, String key) {
        return base.resolve(bucket).resolve(key).normalize();
    }

    private void force(String bucket, String key) {
        force(file(bucket, key));
    }

    /** The thing itself, its name, and the names of the folders above it that this program has not forced before. */
    private void force(Path made) {
        try {
            if (Files.isRegularFile(made)) {
                Disk.force(made);
            }
            Path folder = made.getParent();
            while (folder != null && folder.startsWith(base)) {
                Disk.forceNames(folder);
                folder = forced.add(folder) ? folder.getParent() : null;
            }
            forced.add(made);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to force " + made + " to the disk, but " + e, e);
        }
    }
}
