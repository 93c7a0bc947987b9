package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.audit.anchor.AnchorAudit;
import dev.vesper.testing.Memory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain of the audit log, and the anchor beside it. */
abstract class AuditLogCases extends StoreCases {
    @Test
    void anUntouchedLogVerifies() {
        assertEquals(List.of(), audit.verify());
        List<AuditLog.Row> appended = append(5);
        assertEquals(appended, audit.rows());
        assertEquals(
                appended.subList(2, 4),
                page(AuditQuery.Order.OLDEST, appended.get(1).sequence(), 2));
        assertEquals(List.of(), page(AuditQuery.Order.OLDEST, appended.getLast().sequence(), 2));
        assertEquals(List.of(), audit.verify());
        reopen();
        assertEquals(appended, audit.rows());
        assertEquals(List.of(), audit.verify());
    }

    private List<AuditLog.Row> page(AuditQuery.Order order, long after, int most) {
        return audit.search(AuditQuery.ALL, order, after, 0, most);
    }

    @Test
    void theNewestComeFirstWhereAskedFor() {
        List<AuditLog.Row> appended = append(5);
        assertEquals(appended.subList(2, 5).reversed(), page(AuditQuery.Order.NEWEST, 0, 3));
        assertEquals(
                appended.subList(0, 2).reversed(),
                page(AuditQuery.Order.NEWEST, appended.get(2).sequence(), 3));
        assertEquals(
                List.of(), page(AuditQuery.Order.NEWEST, appended.getFirst().sequence(), 3));
    }

    /** Both ends are left out, whichever comes first, and whatever is looked for. */
    @ParameterizedTest
    @CsvSource({"OLDEST,1,4,2 3", "OLDEST,0,3,1 2", "NEWEST,4,1,3 2", "NEWEST,0,3,5 4", "NEWEST,3,3,"})
    void nothingBehindTheEndOfASearchIsLookedAt(AuditQuery.Order order, long after, long until, String found) {
        append(5);
        for (AuditQuery query : List.of(
                AuditQuery.ALL,
                AuditQuery.of("ben", "", "", "", "", ""),
                AuditQuery.of("", "", "2018-04-11-001", "", "", ""),
                AuditQuery.of("", "", "", "2000-01-01", "", "ROW"))) {
            assertEquals(
                    text(found),
                    audit.search(query, order, after, until, 9).stream()
                            .map(row -> String.valueOf(row.sequence()))
                            .collect(Collectors.joining(" ")),
                    query::toString);
        }
    }

    /** Each filter finds in the database what it says, also where it holds what a pattern means. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '~',
            value = {
                "ben|-|-|-|-|-|1 4",
                "Ben|-|-|-|-|-|",
                "-|trades-approved|-|-|-|-|1 2",
                "-|-|2018-04-11-001|-|-|-|1 2",
                "-|-|2018-04-11-00_|-|-|-|",
                "-|-|2018-04-11-001/approve-trades|-|-|-|2",
                "-|-|a%_!|-|-|-|3",
                "-|-|a%|-|-|-|",
                "-|-|user/dora|-|-|-|4",
                "-|-|-|2018-04-11T12:00:01Z|-|-|2 3 4",
                "-|-|-|-|2018-04-11T12:00:01Z|-|1",
                "-|-|-|2018-04-11|2018-04-11|-|1 2 3",
                "-|-|-|-|-|LARGE order|1",
                "-|-|-|-|-|%|2",
                "-|-|-|-|-|\\ !_|3",
                "-|-|-|-|-|' or ''='|4",
                "' or 1=1 --|-|-|-|-|-|",
                "ben|user-added|dora|2018-04-12|2018-04-12|or|4",
                "a\u0000b|-|-|-|-|-|",
            })
    void whatIsAskedForIsFound(
            String who, String action, String subject, String from, String to, String words, String found) {
        Instant noon = Instant.parse("2018-04-11T12:00:00Z");
        List<AuditLog.Row> rows = List.of(
                audit.append(noon, "ben", AuditAction.TRADES_APPROVED, "2018-04-11-001", "a large ORDER", false),
                audit.append(
                        noon.plusSeconds(1),
                        "anna",
                        AuditAction.TRADES_APPROVED,
                        "2018-04-11-001/approve-trades",
                        "100% sure",
                        false),
                audit.append(noon.plusSeconds(2), "anna", AuditAction.USER_ADDED, "a%_!", "a \\ and !_", false),
                audit.append(
                        Instant.parse("2018-04-12T00:00:00Z"),
                        "ben",
                        AuditAction.USER_ADDED,
                        "user/dora",
                        "' or ''='",
                        false));
        AuditQuery query = AuditQuery.of(text(who), text(action), text(subject), text(from), text(to), text(words));
        List<AuditLog.Row> answer = audit.search(query, AuditQuery.Order.OLDEST, 0, 0, 10);
        assertEquals(
                text(found),
                answer.stream().map(row -> String.valueOf(row.sequence())).collect(Collectors.joining(" ")));
        assertEquals(rows.stream().filter(row -> Memory.fits(query, row)).toList(), answer);
        assertEquals(answer.reversed(), audit.search(query, AuditQuery.Order.NEWEST, 0, 0, 10));
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void manyAppendersMakeOneChain() throws Exception {
        atOnce(4, () -> append(10));
        assertEquals(40, audit.rows().size());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void awkwardLettersKeepTheirHash() {
        audit.append(Sample.NOON, "a\u0000b", AuditAction.RUN_DONE, "\ud800", "日本 😀 \r\n ' \" \\ ", false);
        assertEquals(List.of(), audit.verify());
        assertEquals("a\uFFFDb", audit.rows().getFirst().actor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void nobodyDoesNothing(String nobody) {
        assertThrows(
                IllegalArgumentException.class,
                () -> audit.append(Sample.NOON, nobody, AuditAction.RUN_ABANDONED, "2018-04-11-001", "", false));
        assertEquals(List.of(), audit.rows());
    }

    @Test
    void theDatabaseItselfRefusesToChangeTheLog() throws SQLException {
        append(2);
        sql(dropTrigger("audit_row"));
        reopen(); // puts it back
        assertThrows(SQLException.class, () -> sql("update audit_row set actor = 'mallory' where sequence = 1"));
        assertThrows(SQLException.class, () -> sql("delete from audit_row where sequence = 2"));
        assertEquals(List.of(), audit.verify());
    }

    @ParameterizedTest
    @CsvSource({
        "actor = 'mallory'",
        "action = 'trades-rejected'",
        "action = 'nothing is called so'",
        "subject = 'another'",
        "detail = 'nothing'",
        "detail = detail || ' '",
        "rehearsal = not rehearsal",
        "at = timestamp with time zone '2018-04-11 12:00:00.123457+00:00'",
        "hash = '0123456789012345678901234567890123456789012345678901234567890123'",
        "previous_hash = '0123456789012345678901234567890123456789012345678901234567890123'",
        "sequence = 30",
        "origin = 'console from this machine'",
        "origin = null",
        "before_text = 'trader'",
        "after_text = after_text || ' '",
        "stream = ''",
    })
    void everyAlteredColumnIsFound(String change) throws SQLException {
        append(5);
        sql(dropTrigger("audit_row"));
        sql("update audit_row set " + change + " where sequence = 3");
        assertNamed(3);
    }

    /** Rows that an older Vesper wrote say nothing of from where, before and after, and keep their hash. */
    @Test
    void rowsOfAnOlderFormStillVerify() throws SQLException {
        ChainedRow old = AuditHash.row(1, Sample.NOON, "ben", "trades-approved", "x", "", false, AuditHash.GENESIS);
        sql("insert into audit_row (sequence, at, actor, action, subject, detail, rehearsal, previous_hash, hash)"
                + " values (1, timestamp with time zone '2018-04-11 12:00:00.123456+00:00', 'ben', 'trades-approved',"
                + " 'x', '', false, '" + old.previousHash() + "', '" + old.hash() + "')");
        sql("update audit_head set sequence = 1, hash = '" + old.hash() + "'");
        new AuditAnchor(home()).write(new AuditAnchor.Held(new AuditAnchor.Mark(1, old.hash()), null));
        Origin.console("10.1.2.3")
                .during(() -> audit.append(
                        Sample.NOON,
                        "ben",
                        AuditAction.ROLES_CHANGED,
                        "user/eva",
                        "",
                        false,
                        new Change("trader", "approver")));
        assertEquals(List.of(), audit.verify());
        assertEquals(
                List.of("", "console from 10.1.2.3"),
                audit.rows().stream().map(AuditLog.Row::origin).toList());
        assertEquals("approver", audit.rows().getLast().after());
        assertEquals(
                List.of(2L),
                audit
                        .search(
                                AuditQuery.of("", "", "", "", "", "APPROVER", "10.1.2.3"),
                                AuditQuery.Order.OLDEST,
                                0,
                                0,
                                9)
                        .stream()
                        .map(AuditLog.Row::sequence)
                        .toList());
        assertEquals(
                audit.chained(AuditQuery.ALL, 1, 9).getLast().hash(),
                audit.head().hash());
        assertEquals(old, audit.chained(AuditQuery.ALL, 0, 1).getFirst());
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "5"})
    void aDeletedRowIsFound(long gone) throws SQLException {
        append(5);
        sql(dropTrigger("audit_row"));
        sql("delete from audit_row where sequence = " + gone);
        assertNamed(gone);
    }

    @Test
    void theNewestRowsCannotBeCutOffEvenWithTheHeadSetBack() throws SQLException {
        append(5);
        cutOffTheNewest(3);
        assertNamed(5);
        append(1); // life goes on: the anchor stays as evidence
        assertNamed(5);
        append(3);
        assertNamed(5);
    }

    /** Whoever may write database and state folder sets all of it back: the log, its head, its anchor. */
    @Test
    void aTailThatIsCutEverywhereHereIsShownByTheAnchorOutside() throws Exception {
        append(3);
        String local = Files.readString(anchor());
        append(2);
        var outside = new AnchorAudit(
                audit, List.of(new AnchorFile(home().resolveSibling("outside.anchors"), home())), () -> Sample.NOON);
        outside.anchor("vesper"); // row 5, which row 6 says
        cutOffTheNewest(3);
        Files.writeString(anchor(), local);
        assertEquals(List.of(), audit.verify(), "here is nothing to see");
        List<AuditLog.Fault> faults = outside.compare();
        assertEquals(1, faults.size());
        assertTrue(
                faults.getFirst().message().startsWith("row 5 is missing: the anchor of " + Sample.NOON + " in file "),
                faults::toString);
        for (int i = 0; i < 3; i++) { // another tail, as long as the old one
            audit.append(Sample.NOON, "mallory", AuditAction.TRADES_APPROVED, "x", "", false);
        }
        assertTrue(outside.compare().getFirst().message().contains("the log was rewritten"), outside::toString);
    }

    @Test
    void aLogCutToNothingIsFound() throws SQLException {
        append(3);
        cutOffTheNewest(0);
        assertNamed(3);
    }

    @Test
    void anInsertedRowIsFound() throws SQLException {
        append(3);
        AuditLog.Row last = audit.rows().getLast();
        ChainedRow forged = AuditHash.row(4, Sample.NOON, "mallory", "trades-approved", "x", "", false, last.hash());
        sql("insert into audit_row (sequence, at, actor, action, subject, detail, rehearsal, previous_hash, hash)"
                + " values (4, timestamp with time zone '2018-04-11 12:00:00.123456+00:00', 'mallory', 'trades-approved',"
                + " 'x', '', false, '" + forged.previousHash() + "', '" + forged.hash() + "')");
        assertNamed(4);
    }

    @Test
    void swappedRowsAreFound() throws SQLException {
        append(5);
        sql(dropTrigger("audit_row"));
        sql("update audit_row set sequence = 99 where sequence = 2");
        sql("update audit_row set sequence = 2 where sequence = 3");
        sql("update audit_row set sequence = 3 where sequence = 99");
        assertNamed(2);
        assertNamed(3);
    }

    @Test
    void aWhollyRewrittenChainIsFoundByTheAnchor() throws SQLException {
        append(3);
        sql(dropTrigger("audit_row"));
        String previous = AuditHash.GENESIS;
        for (AuditLog.Row row : audit.rows()) {
            ChainedRow forged = AuditHash.row(
                    row.sequence(),
                    row.at(),
                    "mallory",
                    row.action().word(),
                    row.subject(),
                    row.detail(),
                    false,
                    previous);
            sql("update audit_row set actor = 'mallory', rehearsal = false, origin = null, before_text = null,"
                    + " after_text = null, previous_hash = '" + forged.previousHash()
                    + "', hash = '" + forged.hash() + "' where sequence = " + row.sequence());
            previous = forged.hash();
        }
        sql("update audit_head set hash = '" + previous + "'");
        assertNamed(3);
        assertEquals(1, audit.verify().size());
    }

    /** A crash between the commit of a row and the anchor's move leaves the row announced. */
    @Test
    void aCrashBesideTheAnchorIsNoFault() throws Exception {
        append(2);
        String before = Files.readString(anchor());
        AuditLog.Row third = append(1).getFirst();
        String announced = before + "next 3 " + third.hash() + "\n";
        Files.writeString(anchor(), announced);
        assertEquals(List.of(), audit.verify());
        append(1);
        assertTrue(Files.readString(anchor()).contains(" 4 "));
        assertEquals(List.of(), audit.verify());
        // a row that was announced and never committed
        Files.writeString(anchor(), Files.readString(anchor()) + "next 5 " + "7".repeat(64) + "\n");
        assertEquals(List.of(), audit.verify());
        append(1);
        assertEquals(List.of(), audit.verify());
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void anOlderAnchorIsFound(int known) throws Exception {
        append(1);
        List<String> copies = new ArrayList<>();
        copies.add("vesper-audit-anchor 1 0 " + AuditHash.GENESIS + "\n");
        copies.add(Files.readString(anchor()));
        for (int i = 0; i < 3; i++) {
            append(1);
            copies.add(Files.readString(anchor()));
        }
        Files.writeString(anchor(), copies.get(known));
        assertNamed(4);
        assertTrue(audit.verify().getFirst().message().contains("knows row " + known + " as the newest"));
    }

    @Test
    void anAnnouncedRowDoesNotHideThatTheNewestAreGone() throws Exception {
        append(3);
        String four = Files.readString(anchor()) + "next 4 " + "7".repeat(64) + "\n";
        append(2);
        cutOffTheNewest(2);
        Files.writeString(anchor(), four);
        assertNamed(3);
    }

    private Path anchor() {
        return home().resolve("audit.anchor");
    }

    @Test
    void aMissingOrDamagedAnchorIsSaidAndNotMadeAnew() throws Exception {
        append(2);
        Files.writeString(home().resolve("audit.anchor"), "2\n");
        assertTrue(audit.verify().getFirst().message().contains("damaged"));
        Files.delete(home().resolve("audit.anchor"));
        append(1);
        assertTrue(audit.verify().getFirst().message().contains("missing"));
    }

    private void cutOffTheNewest(long keep) throws SQLException {
        String hash =
                keep == 0 ? AuditHash.GENESIS : audit.rows().get((int) keep - 1).hash();
        sql(dropTrigger("audit_row"));
        sql("delete from audit_row where sequence > " + keep);
        sql("update audit_head set sequence = " + keep + ", hash = '" + hash + "'");
    }
}
