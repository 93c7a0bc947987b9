package dev.vesper.desk.notify;

import dev.vesper.desk.workbench.RowEnd;
import dev.vesper.market.calendar.BusinessDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Rows and entries of the rules that judge which hold no more after some business days: one notice a file and day. */
public final class EndingRules implements NoticeSource {
    private static final int SHOWN = 10;

    private final Supplier<List<RowEnd>> ends;
    private final Supplier<Instant> since;
    private final Supplier<LocalDate> day;
    private final Supplier<BusinessDays> calendar;

    /**
     * Looks at what judges.
     *
     * @param since when it came to judge
     * @param day the business date of today
     */
    public EndingRules(
            Supplier<List<RowEnd>> ends,
            Supplier<Instant> since,
            Supplier<LocalDate> day,
            Supplier<BusinessDays> calendar) {
        this.ends = ends;
        this.since = since;
        this.day = day;
        this.calendar = calendar;
    }

    private record FileDay(String file, LocalDate until) {}

    @Override
    public List<Notice> now(Notifications by) {
        LocalDate today = day.get();
        LocalDate soon = calendar.get().after(today, by.endsWithinDays());
        Map<String, List<RowEnd>> found = ends.get().stream()
                .filter(end -> !end.until().isBefore(today) && !end.until().isAfter(soon))
                .collect(Collectors.groupingBy(
                        end -> end.file() + " " + end.until(), TreeMap::new, Collectors.toList()));
        List<Notice> notices = new ArrayList<>();
        found.forEach((key, some) -> {
            FileDay about = new FileDay(some.getFirst().file(), some.getFirst().until());
            String what = some.stream().limit(SHOWN).map(RowEnd::what).collect(Collectors.joining(", "))
                    + (some.size() > SHOWN ? " and " + (some.size() - SHOWN) + " more" : "");
            notices.add(new Notice(
                    "rule-ends " + key,
                    NoticeKind.RULE_ENDS,
                    since.get(),
                    about.file() + " holds in part until " + about.until(),
                    String.join(
                            "\n",
                            what + " of " + about.file() + " hold until " + about.until() + " and no more after that.",
                            "",
                            "What stands below them decides from then on. ./vesper rules draft begin makes a change"
                                    + " of it.")));
        });
        return notices;
    }
}
