package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.vesper.desk.audit.ChainHash;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Circumstance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** No two different rows encode alike. */
class AuditHashTest {
    @Test
    void theHashIsTheDocumentedOne() throws Exception {
        ChainedRow row = row("ben", "trades-approved", "2018-04-11-001", "ok");
        // each field: 4 bytes of length, then the text; made here by hand, as an auditor would
        String encoding = "\0\0\0\u000evesper-audit-1" + "\0\0\0\u00011" + "\0\0\0\u001b2018-04-11T12:00:00.123456Z"
                + "\0\0\0\u0003ben" + "\0\0\0\u000ftrades-approved" + "\0\0\0\u000e2018-04-11-001" + "\0\0\0\u0002ok"
                + "\0\0\0\u0005false" + "\0\0\0\u0040" + "0".repeat(64);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoding.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(HexFormat.of().formatHex(digest), row.hash());
    }

    /** The newest form: from where, before and after, and three empty fields where there are no events. */
    @Test
    void theNewestFormIsTheDocumentedOne() throws Exception {
        ChainedRow row = AuditHash.row(
                1,
                Sample.NOON,
                "ben",
                "roles-changed",
                "user/eva",
                "",
                false,
                null,
                new Circumstance("console from 10.1.2.3", new Change("trader", "")),
                AuditHash.GENESIS);
        String encoding = "\0\0\0\u000evesper-audit-3" + "\0\0\0\u00011" + "\0\0\0\u001b2018-04-11T12:00:00.123456Z"
                + "\0\0\0\u0003ben" + "\0\0\0\rroles-changed" + "\0\0\0\u0008user/eva" + "\0\0\0\0"
                + "\0\0\0\u0005false" + "\0\0\0\0".repeat(3) + "\0\0\0\u0015console from 10.1.2.3"
                + "\0\0\0\u0006trader" + "\0\0\0\0" + "\0\0\0\u0040" + "0".repeat(64);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoding.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(HexFormat.of().formatHex(digest), row.hash());
    }

    @Test
    void movingALetterFromOneFieldToTheNextChangesTheHash() {
        assertNotEquals(row("ab", "c", "", "").hash(), row("a", "bc", "", "").hash());
        assertNotEquals(row("a", "", "b", "").hash(), row("a", "b", "", "").hash());
    }

    @Property(tries = 300)
    void differentRowsEncodeDifferently(
            @ForAll String actor, @ForAll String action, @ForAll String otherActor, @ForAll String otherAction) {
        ChainedRow one = row(actor, action, "s", "d");
        ChainedRow other = row(otherActor, otherAction, "s", "d");
        boolean same = one.actor().equals(other.actor()) && one.action().equals(other.action());
        assertEquals(same, Arrays.equals(ChainHash.encoding(one), ChainHash.encoding(other)));
    }

    @Test
    void timeIsHashedAsItIsStored() {
        ChainedRow fine = AuditHash.row(1, Sample.NOON.plusNanos(999), "ben", "a", "s", "d", false, AuditHash.GENESIS);
        assertEquals(AuditHash.row(1, Sample.NOON, "ben", "a", "s", "d", false, AuditHash.GENESIS), fine);
    }

    private static ChainedRow row(String actor, String action, String subject, String detail) {
        return AuditHash.row(1, Sample.NOON, actor, action, subject, detail, false, AuditHash.GENESIS);
    }
}
