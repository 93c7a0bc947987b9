package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.FourEyes;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.basics.BrokenHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event that was ever stored is read as it was meant: one file for each kind and version. */
class StreamKindTest {
    private static final Path FIXTURES = Path.of("src/test/resources/events/four-eyes");
    private static final StreamKind<FourEyesEvent> KIND = StreamKind.FOUR_EYES;

    private static FourEyesEvent fixture(String name) throws IOException {
        String[] parts = name.split("-", -1);
        return KIND.read(new StreamKind.Written(
                parts[0],
                Integer.parseInt(parts[1]),
                Files.readString(FIXTURES.resolve(name + ".json")).strip()));
    }

    @Test
    void everyFormHasItsFixture() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            assertEquals(
                    KIND.forms().stream()
                            .map(form -> form.kind() + "-" + form.version() + ".json")
                            .collect(Collectors.toSet()),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void everyEventHasAForm() {
        assertEquals(
                Set.of(FourEyesEvent.class.getPermittedSubclasses()),
                KIND.forms().stream().map(StreamKind.Form::type).collect(Collectors.toSet()));
    }

    @Test
    void fixturesAreReadAndReplayed() throws IOException {
        FourEyes fourEyes = new FourEyes();
        assertEquals(
                new FourEyesState.Approved("Anna Müller", "Ben"),
                fourEyes.replay(List.of(fixture("proposed-1"), fixture("approved-1"))));
        assertEquals(
                new FourEyesState.Rejected("Anna Müller", "Ben", "stale price of \"IBM\""),
                fourEyes.replay(List.of(fixture("proposed-1"), fixture("rejected-1"))));
        assertEquals(new FourEyesState.Declined("Anna Müller", ""), fourEyes.replay(List.of(fixture("declined-1"))));
    }

    @Test
    void theNewestFormIsWrittenLetterForLetter() throws IOException {
        for (String name : List.of("proposed-1", "approved-1", "rejected-1", "declined-1")) {
            assertEquals(
                    Files.readString(FIXTURES.resolve(name + ".json")).strip(),
                    KIND.write(fixture(name)).body());
        }
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertBroken("approved", 2, "{\"checker\":\"Ben\"}", "approved 1");
        assertBroken("aproved", 1, "{\"checker\":\"Ben\"}", "aproved");
        assertBroken("approved", 1, "{}", "checker");
        assertBroken("approved", 1, "{\"checker\":null}", "checker");
        assertBroken("approved", 1, "{\"checker\":\"Ben\",\"amount\":1}", "amount");
        assertBroken("approved", 1, "{\"checker\":\"Ben\"} {}", "Trailing token");
        assertBroken("approved", 1, "Ben", "Ben");
    }

    private static void assertBroken(String kind, int version, String body, String part) {
        BrokenHistory broken =
                assertThrows(BrokenHistory.class, () -> KIND.read(new StreamKind.Written(kind, version, body)));
        assertTrue(broken.getMessage().contains(part), broken.getMessage());
    }
}
