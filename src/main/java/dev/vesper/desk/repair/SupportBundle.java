package dev.vesper.desk.repair;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What engineers need to see of a Vesper that somebody asks about: one zip, without secrets. */
public final class SupportBundle {
    private static final String SUBJECT = "support";

    private static final String README = """
            What this is: the state of one Vesper, made for whoever helps with it. See src/docs/repair.md.

            Secrets are taken out twice: settings that are secret are written as ***, and every file was searched for those
            secrets, for passwords in addresses, tokens, one-time passwords and keys. Names of people, of accounts in
            messages, and of folders are in it: hand it on as you would the log.

            """;

    private final Supplier<List<BundlePart>> parts;
    private final Supplier<Scrubber> scrubber;
    private final AuditLog audit;
    private final InstantSource clock;

    /**
     * Takes what it is made of.
     *
     * @param parts asked for with each bundle
     * @param scrubber takes out the secrets as they are now
     */
    public SupportBundle(Supplier<List<BundlePart>> parts, Supplier<Scrubber> scrubber, AuditLog audit, InstantSource clock) {
        this.parts = parts;
        this.scrubber = scrubber;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes one. A part that cannot be read says why instead: a bundle is asked for when something is broken.
     *
     * @param by who wants it, for the audit
     */
    public byte[] make(String by) {
        Instant now = clock.instant();
        Scrubber clean = scrubber.get();
        List<String> names = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (BundlePart part : parts.get()) {
                names.add(part.name());
                put(zip, part.name(), now, text(part), clean);
            }
            put(zip, "README.txt", now, README + "Made " + now + " by " + by + ":\n" + String.join("\n", names) + "\n", clean);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] made = bytes.toByteArray();
        audit.append(
                now,
                by,
                AuditAction.SUPPORT_BUNDLE_MADE,
                SUBJECT,
                Counted.of(names.size() + 1L, "file") + ", SHA-256 " + Sha256.shortOf(made),
                false);
        return made;
    }

    private static String text(BundlePart part) {
        try {
            return part.text().get();
        } catch (RuntimeException unreadable) {
            return "This could not be read: " + unreadable + "\n";
        }
    }

    private static void put(ZipOutputStream zip, String name, Instant at, String text, Scrubber clean) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(at.atZone(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(clean.scrub(text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
