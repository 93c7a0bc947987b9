package dev.vesper.adapters.routes.intake;

import dev.vesper.adapters.routes.CamelRoutes;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.RunRoutes;
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
import java.util.function.Supplier;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Takes the firm's files in through routes/firm-files.camel.yaml. */
public final class FirmFilesRoute implements FileIntake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirmFilesRoute.class);
    private static final int PART_BYTES = 16 << 20;

    private final RunRoutes routes;
    private final S3Client lake;
    private final String bucket;
    private final Path work;
    private @Nullable Started started;

    /** What is open, and by which files. */
    private record Started(String sum, CamelRoutes camel) {}

    private FirmFilesRoute(RunRoutes routes, S3Client lake, String bucket, Path work) {
        this.routes = routes;
        this.lake = lake;
        this.bucket = bucket;
        this.work = work;
    }

    /**
     * Starts the route.
     *
     * @param routes by which each run goes
     * @param lake the client of the object lake, which stays open when the route is closed
     * @param work a local folder for copies while they are sent; one process at a time
     */
    public static FirmFilesRoute start(RunRoutes routes, S3Client lake, String bucket, Path work) {
        Path copies = work.toAbsolutePath();
        FirmFolder.clear(copies);
        return new FirmFilesRoute(routes, lake, bucket, copies);
    }

    /** Starts it before the first run asks, so that the day need not wait; files that cannot be used are the run's to name. */
    public FirmFilesRoute warm(Supplier<RouteFiles> files) {
        try {
            by(files.get());
        } catch (Problem unusable) {
            LOG.debug("not started yet", unusable);
        }
        return this;
    }

    @Override
    public List<RawObject> takeIn(Firm firm, RunId run) {
        try {
            List<?> stored = by(routes.of(run)).template().requestBody("direct:firm-files", firm.folder(), List.class);
            return stored.stream().map(RawObject.class::cast).toList();
        } catch (CamelExecutionException e) {
            throw inOurWords(firm, e);
        }
    }

    /** The route by these files: the one that is open, or a new one in its place. */
    private synchronized CamelRoutes by(RouteFiles files) {
        Started open = started;
        if (open != null && open.sum().equals(files.set().sha256())) {
            return open.camel();
        }
        close();
        var properties = new Properties();
        properties.setProperty("lake.bucket", bucket);
        properties.setProperty("lake.part.bytes", String.valueOf(PART_BYTES));
        CamelRoutes camel = CamelRoutes.start(
                files,
                List.of("firm-files"),
                Map.of(
                        "firmFolder",
                        new FirmFolder(lake, bucket, work),
                        "takenIn",
                        new GroupedBodyAggregationStrategy(),
                        "s3Client",
                        lake),
                properties);
        started = new Started(files.set().sha256(), camel);
        return camel;
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
    public synchronized void close() {
        Started open = started;
        started = null;
        if (open != null) {
            open.camel().close();
        }
    }
}
