package dev.vesper.app.wiring;

import dev.vesper.adapters.firm.NotificationsYaml;
import dev.vesper.adapters.lake.LockedAnchors;
import dev.vesper.adapters.lake.S3Settings;
import dev.vesper.adapters.routes.notify.AnchorLetters;
import dev.vesper.adapters.store.AnchorFile;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import dev.vesper.desk.audit.VerifiedChain;
import dev.vesper.desk.audit.anchor.AnchorAudit;
import dev.vesper.desk.audit.anchor.AnchorPlace;
import dev.vesper.desk.notify.MailServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the newest row of the audit is kept outside; places are reached when something is anchored or compared. */
public final class AnchorWiring {
    public final Part<AnchorAudit> anchors;

    /** How far the rows were verified until now. */
    public final Part<VerifiedChain> chain;

    private final Settings settings;
    private volatile @Nullable Path firm;

    AnchorWiring(OpenParts open, Settings settings, Times times, StoreWiring store) {
        this.settings = settings;
        chain = new Part<>(
                open, "chain", () -> new VerifiedChain(store.store.get().audit(), times.clock()));
        anchors = new Part<>(
                open, "anchors", () -> new AnchorAudit(store.store.get().audit(), places(open), times.clock()));
    }

    /** The firm whose notifications.yaml says which mail server takes letters. */
    public void serve(Path folder) {
        firm = folder;
    }

    private List<AnchorPlace> places(OpenParts open) {
        List<AnchorPlace> places = new ArrayList<>();
        settings.anchors().file().ifPresent(file -> places.add(new AnchorFile(file, settings.state())));
        settings.anchors()
                .bucket()
                .ifPresent(bucket -> places.add(open.open(
                        "anchor-bucket",
                        () -> new LockedAnchors(
                                new S3Settings(
                                        bucket.s3().endpoint().uri(),
                                        bucket.s3().region(),
                                        bucket.s3().accessKey(),
                                        bucket.s3().secretKey().reveal(),
                                        bucket.s3().bucket(),
                                        true),
                                bucket.retained()))));
        settings.anchors()
                .mail()
                .ifPresent(to -> places.add(new AnchorLetters(
                        to, settings.root().resolve("routes"), settings.letterBox(), this::mailServer)));
        return places;
    }

    private Optional<MailServer> mailServer() {
        Path served = firm;
        return served == null
                ? Optional.empty()
                : NotificationsYaml.read(served).mail();
    }
}
