package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * A question about the audit log, asked of the database: what people wrote is only ever a parameter. What goes by who, what
 * or to what goes along an index and ends with the last row that is wanted.
 *
 * @param text the query
 * @param values what its parameters are
 */
record AuditSearch(String text, Map<String, Object> values) {
    private static final String SUBJECT = "a.subject = :subject";
    /** After every row. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private static final String NUMBER = "a.sequence";

    /** Not the index of the numbers: H2 would look through all rows along it rather than through those about a subject. */
    private static final String BESIDE_ITS_INDEX = "a.sequence + 0";

    private static final String PARTS = "a.subject like :parts escape '!'";

    AuditSearch {
        values = Map.copyOf(values);
    }

    /**
     * The searches whose rows together are those that are wanted; none finds a row of another.
     *
     * @param after the row after which they begin, 0 for the first
     * @param until the row before which they end, 0 for none
     */
    static List<AuditSearch> of(AuditQuery query, AuditQuery.Order order, long after, long until) {
        Span span = Span.of(order, after, until);
        if (query.subject().isEmpty()) {
            return List.of(of(query, span, "", Map.of()));
        }
        return List.of(
                of(query, span, SUBJECT, Map.of("subject", Exact.text(query.subject()))),
                of(query, span, SUBJECT, Map.of("subject", Exact.text(AuditQuery.USER + query.subject()))),
                of(query, span, PARTS, Map.of("parts", parts(query.subject()))));
    }

    /** The same for the rows about a run and its tasks. */
    static List<AuditSearch> of(RunId run) {
        return List.of(
                of(AuditQuery.ALL, Span.ALL, SUBJECT, Map.of("subject", run.value())),
                of(AuditQuery.ALL, Span.ALL, PARTS, Map.of("parts", parts(run.value()))));
    }

    /** The same for the rows about a run itself by which such was done. */
    static AuditSearch of(RunId run, Set<AuditAction> actions) {
        return new AuditSearch(
                "from AuditRow a where " + SUBJECT + " and a.action in :actions order by a.subject, a.sequence",
                Map.of(
                        "subject",
                        run.value(),
                        "actions",
                        actions.stream().map(AuditAction::word).toList()));
    }

    /** The same of several runs. */
    static AuditSearch of(Collection<RunId> runs, Set<AuditAction> actions) {
        return new AuditSearch(
                "from AuditRow a where a.subject in :subjects and a.action in :actions order by a.subject, a.sequence",
                Map.of(
                        "subjects",
                        Batches.values(runs),
                        "actions",
                        actions.stream().map(AuditAction::word).toList()));
    }

    /** In what order their rows stand together. */
    static Comparator<AuditRow> sorted(AuditQuery.Order order) {
        Comparator<AuditRow> oldest = Comparator.comparingLong(row -> row.sequence);
        return order == AuditQuery.Order.NEWEST ? oldest.reversed() : oldest;
    }

    /** Which numbers, both left out, and whether the highest come first. */
    private record Span(long above, long below, boolean newest) {
        static final Span ALL = of(AuditQuery.Order.OLDEST, 0, 0);

        static Span of(AuditQuery.Order order, long after, long until) {
            return order == AuditQuery.Order.NEWEST
                    ? new Span(until, orEnd(after), true)
                    : new Span(after, orEnd(until), false);
        }

        private static long orEnd(long number) {
            return number == 0 ? Long.MAX_VALUE : number;
        }
    }

    private static AuditSearch of(AuditQuery query, Span span, String subject, Map<String, Object> about) {
        String number = subject.equals(PARTS) ? BESIDE_ITS_INDEX : NUMBER;
        Map<String, Object> values = new LinkedHashMap<>(about);
        StringBuilder text = new StringBuilder("from AuditRow a where ")
                .append(number)
                .append(" > :above and ")
                .append(number)
                .append(" < :below");
        values.put("above", span.above());
        values.put("below", span.below());
        if (!query.who().isEmpty()) {
            text.append(" and a.actor = :who");
            values.put("who", Exact.text(query.who()));
        }
        query.action().ifPresent(action -> {
            text.append(" and a.action = :action");
            values.put("action", action.word());
        });
        if (!subject.isEmpty()) {
            text.append(" and ").append(subject);
        }
        if (query.from().isPresent() || query.before().isPresent()) {
            text.append(" and a.at >= :from and a.at < :before and a.sequence between :first and :last");
            values.put("from", query.from().orElse(Instant.EPOCH));
            values.put("before", query.before().orElse(NEVER));
        }
        for (int word = 0; word < query.words().size(); word++) {
            text.append(" and (lower(a.detail) like :word")
                    .append(word)
                    .append(" escape '!' or lower(a.before) like :word")
                    .append(word)
                    .append(" escape '!' or lower(a.after) like :word")
                    .append(word)
                    .append(" escape '!')");
            values.put("word" + word, "%" + literally(query.words().get(word).toLowerCase(Locale.ROOT)) + "%");
        }
        if (!query.where().isEmpty()) {
            text.append(" and lower(a.origin) like :where escape '!'");
            values.put("where", "%" + literally(query.where().toLowerCase(Locale.ROOT)) + "%");
        }
        String way = span.newest() ? " desc" : "";
        String index = index(query, subject);
        text.append(" order by ")
                .append(index.isEmpty() ? "" : index + way + ", ")
                .append(number)
                .append(way);
        return new AuditSearch(text.toString(), values);
    }

    /** What stands before the number in the index to go along: H2 takes one only where the order begins as the index does. */
    private static String index(AuditQuery query, String subject) {
        if (!subject.isEmpty()) {
            return subject.equals(PARTS) ? "" : "a.subject";
        }
        return !query.who().isEmpty() ? "a.actor" : query.action().isPresent() ? "a.action" : "";
    }

    private static String parts(String subject) {
        return literally(subject) + "/%";
    }

    private static String literally(String words) {
        return Exact.text(words).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** The rows of the database, at most so many. */
    List<AuditRow> in(StatelessSession session, int most) {
        SelectionQuery<AuditRow> query = session.createSelectionQuery(text, AuditRow.class);
        values.forEach(query::setParameter);
        if (values.containsKey("from")) {
            Object[] numbers = session.createSelectionQuery(
                            "select min(a.sequence), max(a.sequence) from AuditRow a where a.at >= :from and a.at <"
                                    + " :before",
                            Object[].class)
                    .setParameter("from", values.get("from"))
                    .setParameter("before", values.get("before"))
                    .getSingleResult();
            if (numbers[0] == null) {
                return List.of();
            }
            query.setParameter("first", numbers[0]).setParameter("last", numbers[1]);
        }
        return query.setMaxResults(most).getResultList();
    }
}
