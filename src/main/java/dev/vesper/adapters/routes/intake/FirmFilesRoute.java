package dev.vesper.adapters.routes.intake;

import dev.vesper.adapters.routes.CamelRoutes;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.FileIntake;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.firm.Firm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Takes the firm's files in through routes/firm-files.camel.yaml. */
public final class FirmFilesRoute implements FileIntake, AutoCloseable {
    private static final int PART_BYTES = 16 << 20;

    private final CamelRoutes camel;
    private final String bucket;

    private FirmFilesRoute(CamelRoutes camel, String bucket) {
        this.camel = camel;
        this.bucket = bucket;
    }

    /**
     * Starts the route.
     *
     * @param routes the routes folder
     * @param lake the client of the object lake, which stays open when the route is closed
     * @param work a local folder for copies while they are sent; one process at a time
     */
    public static FirmFilesRoute start(Path routes, S3Client lake, String bucket, Path work) {
        var properties = new Properties();
        properties.setProperty("lake.bucket", bucket);
        properties.setProperty("lake.part.bytes", String.valueOf(PART_BYTES));
        return new FirmFilesRoute(
                CamelRoutes.start(
                        routes,
                        List.of("firm-files"),
                        Map.of(
                                "firmFolder",
                                new FirmFolder(lake, bucket, work.toAbsolutePath()),
                                "takenIn",
                                new GroupedBodyAggregationStrategy(),
                                "s3Client",
                                lake),
                        properties),
                bucket);
    }

    @Override
    public List<RawObject> takeIn(Firm firm, RunId run) {
        try {
            List<?> stored = camel.template().requestBody("direct:firm-files", firm.folder(), List.class);
            return stored.stream().map(RawObject.class::cast).toList();
        } catch (CamelExecutionException e) {
            throw inOurWords(firm, e);
        }
    }

    private Problem inOurWords(Firm firm, CamelExecutionException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof SdkException sdk) {
                return Problem.unavailable(
                        "Expected the object lake to store the files of " + firm.folder() + " in bucket \"" + bucket
                                + "\", but " + sdk.getMessage() + "; maybe it is not running or its disk is full",
                        sdk);
            }
            if (cause instanceof IOException io) {
                return Problem.unavailable(
                        "Expected to take in the files of " + firm.folder() + ", but " + io
                                + "; maybe the disk is full or a file may not be read",
                        io);
            }
        }
        return Problem.unavailable("Expected to take in the files of " + firm.folder() + ", but " + e.getMessage(), e);
    }

    @Override
    public void close() {
        camel.close();
    }
}
