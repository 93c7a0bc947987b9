package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2018, 4, 6);

    @Test
    void fridayToMondayIsOne() {
        assertEquals(1, BusinessDays.between(FRIDAY, FRIDAY.plusDays(3)));
        assertEquals(0, BusinessDays.between(FRIDAY, FRIDAY.plusDays(2)));
        assertEquals(0, BusinessDays.between(FRIDAY, FRIDAY));
        assertEquals(0, BusinessDays.between(FRIDAY, FRIDAY.minusDays(1)));
    }

    @Property
    void countsEachWeekdayOnce(@ForAll @IntRange(min = 0, max = 6) int start, @ForAll @IntRange(max = 100) int days) {
        LocalDate from = FRIDAY.plusDays(start);
        long counted = from.plusDays(1)
                .datesUntil(from.plusDays(days + 1L))
                .filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
        assertEquals(counted, BusinessDays.between(from, from.plusDays(days)));
    }
}
