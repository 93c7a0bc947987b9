package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import dev.vesper.execution.schedule.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeProfileFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("profile.csv"), text);
    }

    @Test
    void theLastStretchIsAsLongAsTheOneBefore() throws IOException {
        Path profile = file("time,volume\n09:30,300\n10:00,100\n10:30:00,200\n");
        assertArrayEquals(
                new long[] {300, 100, 200, 0},
                VolumeProfileFile.read(profile).in(new Window(34_200_000, 41_400_000, 4)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time,amount;09:30,1          | profile.csv:1: Expected the columns time,volume, but got time,amount
            time,volume;9h30,1           | profile.csv:2:1: Expected a time such as 09:30 or 09:30:00, but got "9h30"
            time,volume;09:30,1;09:30,2  | profile.csv:3:1: Expected a time after that of the row before it, but got 09:30
            time,volume;09:30,1.5        | profile.csv:2:2: Expected whole units from 0 to 1e15, but got "1.5"
            time,volume;09:30,-1         | profile.csv:2:2: Expected whole units from 0 to 1e15, but got "-1"
            time,volume;09:30,1          | profile.csv: Expected a header and two rows or more, but got 1
            """)
    void aMistakeIsNamedWithItsPlace(String text, String said) throws IOException {
        Path profile = file(text.strip().replace(';', '\n'));
        assertEquals(
                said,
                assertThrows(Problem.class, () -> VolumeProfileFile.read(profile))
                        .getMessage());
    }
}
