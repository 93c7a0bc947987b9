package dev.vesper.desk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.HowToPage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page's table is the table. */
class UsersPageTest {
    private static final HowToPage PAGE = HowToPage.of("users.md");

    @Test
    void everyRoleIsThereWithWhatItMay() {
        List<String> rows = Arrays.stream(Role.values())
                .map(role -> "| `" + role.word() + "` | "
                        + Arrays.stream(Permission.values())
                                .filter(role::may)
                                .map(Permission::words)
                                .collect(Collectors.joining("; "))
                        + " |")
                .toList();
        assertEquals(
                rows, PAGE.text().lines().filter(line -> line.startsWith("| `")).toList());
    }

    @Test
    void everyScopeIsNamed() {
        for (Permission permission : Permission.values()) {
            assertTrue(PAGE.text().contains("`" + permission.word() + "`"), permission::word);
        }
    }
}
