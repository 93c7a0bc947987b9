package dev.vesper.adapters.routes.notify;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.anchor.AnchorMark;
import dev.vesper.desk.audit.anchor.AnchorPlace;
import dev.vesper.desk.notify.MailServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Anchors as letters to somebody outside, by the mail server of notifications. What was sent cannot be read from here. */
public final class AnchorLetters implements AnchorPlace {
    private final String to;
    private final Path routes;
    private final Secret password;
    private final Supplier<Optional<MailServer>> server;

    /**
     * Opens nothing.
     *
     * @param to an address
     * @param routes the folder of route files
     * @param password of the mail server's user
     * @param server that of notifications.yaml as it is now
     */
    public AnchorLetters(String to, Path routes, Secret password, Supplier<Optional<MailServer>> server) {
        this.to = to;
        this.routes = routes;
        this.password = password;
        this.server = server;
    }

    @Override
    public String name() {
        return "letter to " + to;
    }

    @Override
    public String keep(AnchorMark mark) {
        MailServer by = server.get()
                .orElseThrow(
                        () -> Problem.unavailable("Expected mail: in the notifications.yaml of a firm that ./vesper up"
                                + " serves, but there is none: no letter to " + to));
        try (MailRoute mail = new MailRoute(RouteFiles.notify(routes), by, password)) {
            mail.send(
                    Sha256.of("vesper-anchor " + mark.sequence() + " " + mark.hash()),
                    to,
                    "audit anchor, row " + mark.sequence(),
                    "vesper-audit-anchor 1 " + mark.sequence() + " " + mark.hash()
                            + "\n\nThe newest row of the audit log of "
                            + mark.at() + ". Keep this letter: with its first line in a file,\n"
                            + "  ./vesper audit verify --anchor FILE\n"
                            + "tells whether that row, and all before it, are still as they were.\n");
        }
        return "sent; the server took it";
    }

    @Override
    public Optional<List<AnchorMark>> read() {
        return Optional.empty();
    }
}
