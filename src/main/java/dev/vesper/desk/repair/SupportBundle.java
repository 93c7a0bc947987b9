package dev.vesper.desk.repair;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

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
    private final BiFunction<Map<String, String>, Instant, byte[]> packed;
    private final AuditLog audit;
    private final InstantSource clock;

    /**
     * Takes what it is made of.
     *
     * @param parts asked for with each bundle
     * @param scrubber takes out the secrets as they are now
     * @param packed makes one zip of texts by their names
     */
    public SupportBundle(
            Supplier<List<BundlePart>> parts,
            Supplier<Scrubber> scrubber,
            BiFunction<Map<String, String>, Instant, byte[]> packed,
            AuditLog audit,
            InstantSource clock) {
        this.parts = parts;
        this.scrubber = scrubber;
        this.packed = packed;
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
        Map<String, String> files = new LinkedHashMap<>();
        parts.get().forEach(part -> files.put(part.name(), clean.scrub(text(part))));
        files.put(
                "README.txt",
                clean.scrub(README + "Made " + now + " by " + by + ":\n" + String.join("\n", files.keySet()) + "\n"));
        byte[] made = packed.apply(files, now);
        audit.append(
                now,
                by,
                AuditAction.SUPPORT_BUNDLE_MADE,
                SUBJECT,
                Counted.of(files.size(), "file") + ", SHA-256 " + Sha256.shortOf(made),
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
}
