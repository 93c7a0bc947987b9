package dev.vesper.adapters.store;

import dev.vesper.desk.audit.AuditQuery;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * A question about the audit log, asked of the database: what people wrote is only ever a parameter.
 *
 * @param text the query
 * @param values what its parameters are
 */
record AuditSearch(String text, Map<String, Object> values) {
    AuditSearch {
        values = Map.copyOf(values);
    }

    static AuditSearch of(AuditQuery query, AuditQuery.Order order, long after) {
        boolean newest = order == AuditQuery.Order.NEWEST;
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("from AuditRow a where a.sequence ")
                .append(newest ? '<' : '>')
                .append(" :after");
        values.put("after", newest && after == 0 ? Long.MAX_VALUE : after);
        if (!query.who().isEmpty()) {
            text.append(" and a.actor = :who");
            values.put("who", Exact.text(query.who()));
        }
        query.action().ifPresent(action -> {
            text.append(" and a.action = :action");
            values.put("action", action.word());
        });
        if (!query.subject().isEmpty()) {
            text.append(" and (a.subject = :subject or a.subject = :user or a.subject like :parts escape '!')");
            values.put("subject", Exact.text(query.subject()));
            values.put("user", Exact.text(AuditQuery.USER + query.subject()));
            values.put("parts", literally(query.subject()) + "/%");
        }
        query.from().ifPresent(from -> {
            text.append(" and a.at >= :from");
            values.put("from", from);
        });
        query.before().ifPresent(before -> {
            text.append(" and a.at < :before");
            values.put("before", before);
        });
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
        text.append(" order by a.sequence").append(newest ? " desc" : "");
        return new AuditSearch(text.toString(), values);
    }

    private static String literally(String words) {
        return Exact.text(words).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    SelectionQuery<AuditRow> in(StatelessSession session) {
        SelectionQuery<AuditRow> query = session.createSelectionQuery(text, AuditRow.class);
        values.forEach(query::setParameter);
        return query;
    }
}
