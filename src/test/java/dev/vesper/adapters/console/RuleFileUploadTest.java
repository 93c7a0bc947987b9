package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.access.Role;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.editing.EditTables;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryUsers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables go out as files and come back by the console; what is hostile is refused with a sentence, and nothing of it is kept. */
class RuleFileUploadTest {
    private static final String GOOD = "correct horse battery";
    private static final String FILE = "limits/position-weight.dmn";
    private static final String TABLE = "/console/rules/limits/position-weight";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final ServedConsole console = ServedConsole.ofUsers();
    private final FormBrowser browser = new FormBrowser(console.port());
    private final EditTables tables = MemoryOperations.tables(console.memory, () -> console.now);

    @BeforeEach
    void users() {
        MemoryUsers users = console.memory.users(() -> console.now);
        users.settled("ada", GOOD, Role.ANALYST);
        users.settled("victor", GOOD, Role.VIEWER);
    }

    @AfterEach
    void close() {
        browser.close();
        console.close();
    }

    private void as(String name) throws Exception {
        browser.signIn(name, GOOD);
        browser.get(TABLE);
    }

    private byte[] download(String format) throws Exception {
        HttpResponse<String> said = browser.get(TABLE + "/file/" + format);
        assertEquals(200, said.statusCode());
        assertTrue(
                said.headers().firstValue("Content-Disposition").orElseThrow().contains("position-weight." + format));
        return tables.files().written(FILE, "", SheetFormat.ofWord(format));
    }

    private HttpResponse<String> upload(String act, String name, byte[] bytes, String... fields) throws Exception {
        StringBuilder query = new StringBuilder("?name=" + name);
        for (int i = 0; i < fields.length; i += 2) {
            query.append('&').append(fields[i]).append('=').append(fields[i + 1]);
        }
        return browser.send(browser.to(TABLE + "/file" + act + query)
                .header("Content-Type", "application/octet-stream")
                .header("X-CSRF-TOKEN", browser.token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private static byte[] edited(byte[] workbook, String cell, String other) throws IOException {
        Map<String, byte[]> parts = parts(workbook);
        String sheet = new String(parts.get(SHEET), StandardCharsets.UTF_8);
        assertTrue(sheet.contains(cell), sheet);
        parts.put(SHEET, sheet.replace(cell, other).getBytes(StandardCharsets.UTF_8));
        return zipped(parts);
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aWorkbookThatWasEditedIsLookedAtAndKeptWithItsWhy() throws Exception {
        as("ada");
        byte[] workbook = edited(download("xlsx"), ">0.25<", ">0.2<");
        HttpResponse<String> look = upload("/tries", "limits.xlsx", workbook);
        assertEquals(200, look.statusCode(), look.body());
        assertTrue(look.body().contains("row 2, column limit: 0.25 became 0.2"), look.body());
        assertTrue(look.body().contains("\"passed\":false"), "a case of the looser limit fails");
        assertEquals(List.of(), console.operations.as(caller()).drafts().all(), "nothing is kept by looking");
        HttpResponse<String> kept = upload(
                "", "limits.xlsx", workbook, "seen", tables.show(FILE, "").seen(), "note", "the%20board");
        assertEquals(200, kept.statusCode(), kept.body());
        assertEquals(
                "0.2", tables.show(FILE, "D-1").sheet().rows().getLast().cells().get(2));
        assertEquals(
                "the board",
                console.operations
                        .as(caller())
                        .drafts()
                        .show("D-1")
                        .steps()
                        .getLast()
                        .note());
        HttpResponse<String> stale =
                upload("", "limits.xlsx", edited(workbook, ">0.2<", ">0.3<"), "draft", "D-1", "seen", "00000000");
        assertEquals(403, stale.statusCode());
        assertTrue(stale.body().contains("somebody else has written since"), stale.body());
    }

    private static Caller caller() {
        return SignedIn.whole("ada", Set.of(Role.ANALYST));
    }

    @Test
    void csvAndModellersFilesGoTheSameWay() throws Exception {
        as("ada");
        String csv = new String(download("csv"), StandardCharsets.UTF_8);
        HttpResponse<String> wrong =
                upload("/tries", "limits.csv", csv.replace("0.25", "25 %").getBytes(StandardCharsets.UTF_8));
        assertTrue(wrong.body().contains("limits.csv:3:3") && wrong.body().contains("write 0.25"), wrong.body());
        HttpResponse<String> same = upload("/tries", "model.dmn", download("dmn"));
        assertTrue(same.body().contains("\"changed\":0"), same.body());
        assertArrayEquals(
                Files.readAllBytes(Path.of("rules/" + FILE)),
                tables.files().written(FILE, "", SheetFormat.DMN),
                "it is DMN 1.3 already");
    }

    @Test
    void whatIsHostileIsRefusedAndNothingIsKept() throws Exception {
        as("ada");
        byte[] good = download("xlsx");
        List<String> temporary = temporary();
        Map<String, byte[]> macros = parts(good);
        macros.put("xl/vbaProject.bin", new byte[] {1});
        Map<String, byte[]> bomb = parts(good);
        bomb.put("xl/media/zeros.bin", new byte[193 << 20]);
        byte[] formula =
                edited(good, "t=\"inlineStr\"><is><t xml:space=\"preserve\">0.25</t></is>", "><f>1/4</f><v>0.25</v>");
        refused(zipped(macros), "evil.xlsx", "there are macros");
        refused(zipped(bomb), "bomb.xlsx", "bytes when unpacked");
        refused(formula, "formula.xlsx", "there is the formula =1/4");
        refused(good, "limits.exe", "Expected a file that ends in .xlsx, .csv or .dmn");
        refused("MZ".getBytes(StandardCharsets.US_ASCII), "limits.xlsx", "its first bytes are not those of one");
        for (String act : List.of("/tries", "")) {
            HttpResponse<String> large = upload(act, "large.xlsx", new byte[33_000_000], "seen", "00000000");
            assertEquals(413, large.statusCode());
            assertTrue(large.body().contains("at most 4194304 bytes"), large.body());
        }
        assertEquals(List.of(), console.operations.as(caller()).drafts().all());
        assertEquals(temporary, temporary(), "no file is left behind");
    }

    /** Looked at, a part that cannot be taken is told; kept, it is refused. */
    private void refused(byte[] bytes, String name, String why) throws Exception {
        HttpResponse<String> look = upload("/tries", name, bytes);
        assertTrue(look.body().replace("&quot;", "\"").contains(why), look.body());
        HttpResponse<String> kept =
                upload("", name, bytes, "seen", tables.show(FILE, "").seen());
        assertEquals(400, kept.statusCode(), kept.body());
        assertTrue(kept.body().contains(why), kept.body());
    }

    private static List<String> temporary() throws IOException {
        List<String> files = new ArrayList<>();
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.contains("xlsx") || name.startsWith("MultiPart") || name.contains("vesper-sheet"))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    @Test
    void whoMayNotWriteIsToldSoAndTheAuditHasIt() throws Exception {
        as("victor");
        byte[] workbook = download("xlsx");
        HttpResponse<String> said = upload("", "limits.xlsx", workbook, "seen", "00000000");
        assertEquals(403, said.statusCode(), said.body());
        assertTrue(said.body().contains("write drafts of the rules"), said.body());
        assertTrue(console.memory.audit.stream()
                .anyMatch(row ->
                        row.action() == AuditAction.ACT_DENIED && row.actor().equals("victor")));
    }

    @Test
    void nobodyIsReadNoLongerThanEverybodyIs() throws Exception {
        browser.get("/console/sign-in");
        assertEquals(403, upload("", "limits.xlsx", new byte[900_000]).statusCode(), "no form of who is in");
        HttpResponse<String> form = browser.send(browser.to(TABLE + "/file?name=a.xlsx")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + "x".repeat(900_000))));
        assertEquals(413, form.statusCode(), "a form is no file");
    }
}
