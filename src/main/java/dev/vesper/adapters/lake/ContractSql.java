package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.data.Check;
import dev.vesper.data.Field;
import dev.vesper.data.NotChecked;
import dev.vesper.data.QualityRule;
import dev.vesper.data.TableContract;
import dev.vesper.data.Usable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compiles the row rules of a contract into one query over {@code staged}. Its result, {@code judged}, has one row for
 * each staged row: its place, the typed values, {@code broken} (bit i is set where the row breaks rule i) and {@code
 * later} (the row is after the as-of date and plays no part).
 *
 * <p>Neighbours are judged only among rows that are not set aside by an earlier rule, so that one bad price does not
 * make its neighbours look bad. Rows after the as-of date are judged like all others, which makes the accepted rows the
 * same whatever day is replayed.
 *
 * <p>Rows that people released break no rule that {@link Usable} lets them set aside; rows that people keep out are judged as
 * set aside by a rule of their own, so that their neighbours are judged without them.
 */
final class ContractSql {
    /** The bits of a BIGINT that can be used for rules. */
    private static final int MOST_RULES = 62;

    /** The bit of a row that people keep out. */
    private static final long KEPT_OUT = 1L << MOST_RULES;

    private static final String RELEASED = "seq IN (SELECT seq FROM released)";

    private final LocalDate asOf;
    private final String date;
    private final LocalDate today;
    private final List<QualityRule> rules = new ArrayList<>();
    private final List<NotChecked> notChecked;
    private final List<Field> fields = new ArrayList<>();

    /**
     * @param delivered the columns of the staged rows
     * @param sets the named sets that are staged
     */
    ContractSql(TableContract table, List<String> delivered, Set<String> sets, LocalDate asOf, LocalDate today) {
        this.asOf = asOf;
        this.date = Duck.name(table.date());
        this.today = today;
        this.notChecked = new ArrayList<>(table.notChecked());
        Set<String> columns = new HashSet<>();
        for (Field field : table.fields()) {
            if (delivered.contains(field.name())) {
                fields.add(field);
                columns.add(field.name());
            }
        }
        for (QualityRule rule : table.rules()) {
            if (rule.check() instanceof Check.OfTable) {
                continue;
            }
            String missing = missing(rule.check(), columns, sets);
            if (missing.isEmpty()) {
                rules.add(rule);
            } else {
                notChecked.add(new NotChecked(rule.id(), missing));
            }
        }
        if (rules.size() > MOST_RULES) {
            throw Problem.usage("Expected at most " + MOST_RULES + " row rules for \"" + table.name() + "\", but got "
                    + rules.size());
        }
    }

    /** The rules by bit. */
    List<QualityRule> rules() {
        return List.copyOf(rules);
    }

    /** What the contract says and this query does not check. */
    List<NotChecked> notChecked() {
        return List.copyOf(notChecked);
    }

    /** The fields that are judged. */
    List<Field> fields() {
        return List.copyOf(fields);
    }

    /** The bits of the rules that set a row aside. */
    long quarantineBits() {
        long bits = KEPT_OUT;
        for (int i = 0; i < rules.size(); i++) {
            bits |= rules.get(i).quarantine() ? 1L << i : 0;
        }
        return bits;
    }

    /** The one pass. */
    String judge() {
        var sql = new StringBuilder("CREATE TEMP TABLE judged AS WITH trimmed AS (SELECT seq, line, col");
        for (Field field : fields) {
            sql.append(", nullif(trim(").append(Duck.name(field.name())).append("), '') AS ");
            sql.append(RowSql.text(field.name()));
        }
        sql.append(" FROM staged),\ntyped AS (SELECT *");
        for (Field field : fields) {
            sql.append(", ").append(RowSql.value(field)).append(" AS ").append(Duck.name(field.name()));
        }
        sql.append(" FROM trimmed),\npass0 AS (SELECT seq, line, col");
        for (Field field : fields) {
            sql.append(", ").append(Duck.name(field.name()));
        }
        sql.append(", coalesce(")
                .append(date)
                .append(" > ")
                .append(RowSql.date(asOf))
                .append(" AND ")
                .append(date)
                .append(" <= ");
        sql.append(RowSql.date(today)).append(", false) AS later, ").append(rowBits());
        sql.append(" AS broken FROM typed)");
        int pass = 0;
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).check() instanceof Check.OfNeighbours check) {
                sql.append(",\npass").append(pass + 1).append(" AS (SELECT * REPLACE (broken | ");
                sql.append(bit(i, neighbours(check)))
                        .append(" AS broken) FROM pass")
                        .append(pass)
                        .append(")");
                pass++;
            }
        }
        return sql.append("\nSELECT * FROM pass").append(pass).toString();
    }

    private String rowBits() {
        var row = new RowSql(today);
        var bits = new StringBuilder(
                "(CASE WHEN seq IN (SELECT seq FROM kept_out) THEN " + KEPT_OUT + "::BIGINT ELSE 0::BIGINT END)");
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).check() instanceof Check.OfRow check) {
                String broken = row.broken(check);
                bits.append(" | ")
                        .append(bit(i, Usable.despite(check) ? "(" + broken + ") AND NOT (" + RELEASED + ")" : broken));
            }
        }
        return bits.toString();
    }

    private static String bit(int i, String condition) {
        return "(CASE WHEN " + condition + " THEN " + (1L << i) + "::BIGINT ELSE 0::BIGINT END)";
    }

    private String neighbours(Check.OfNeighbours check) {
        String good = "(broken & " + quarantineBits() + ") = 0";
        return switch (check) {
            case Check.Unique c -> unique(c, good);
            case Check.Jump c -> {
                String value = Duck.name(c.field());
                String before = "lag(" + value + ") OVER (PARTITION BY " + good + names(c.by()) + " ORDER BY "
                        + Duck.name(c.along()) + ", seq)";
                yield good + " AND NOT (" + RELEASED + ") AND " + value + " > 0 AND " + before + " > 0 AND abs(ln("
                        + value + " / " + before + ")) > " + c.most();
            }
            case Check.Fresh c -> {
                String along = Duck.name(c.along());
                String use = good + " AND NOT later AND " + along + " IS NOT NULL";
                yield use + " AND NOT (" + RELEASED + ") AND lead(" + along + ") OVER (PARTITION BY " + use
                        + names(c.by())
                        + " ORDER BY " + along + ", seq) IS NULL AND " + along + " < max(" + along
                        + ") FILTER (WHERE " + use + ") OVER () - " + c.days();
            }
        };
    }

    private static String names(List<String> columns) {
        var names = new StringBuilder();
        columns.forEach(column -> names.append(", ").append(Duck.name(column)));
        return names.toString();
    }

    private String unique(Check.Unique check, String good) {
        List<String> keys = check.fields().stream().map(Duck::name).toList();
        String group = "(PARTITION BY " + good + ", " + String.join(", ", keys)
                + " ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)";
        // equal hashes of 64 bits stand for equal values; only rows of one key are compared
        String content = "hash("
                + String.join(
                        ", ", fields.stream().map(f -> Duck.name(f.name())).toList())
                + ")";
        return good + " AND " + String.join(" IS NOT NULL AND ", keys) + " IS NOT NULL AND count(*) OVER " + group
                + " > 1 AND (row_number() OVER " + group + " > 1 OR min(" + content + ") OVER " + group + " <> max("
                + content + ") OVER " + group + ")";
    }

    private static List<String> with(List<String> by, String... further) {
        List<String> all = new ArrayList<>(by);
        all.addAll(List.of(further));
        return all;
    }

    /** Why a check cannot be made on what was delivered, or empty. */
    private static String missing(Check check, Set<String> columns, Set<String> sets) {
        List<String> needed = switch (check) {
            case Check.Typed c -> List.of(c.field().name());
            case Check.NotNull c -> List.of(c.field());
            case Check.NotMissing c -> List.of(c.field());
            case Check.Range c -> List.of(c.field().name());
            case Check.Length c -> List.of(c.field());
            case Check.Matches c -> List.of(c.field());
            case Check.OneOf c -> List.of(c.field());
            case Check.NotAfterToday c -> List.of(c.field());
            case Check.Known c -> List.of(c.field());
            case Check.Compare c -> List.of(c.left(), c.right());
            case Check.Unique c -> c.fields();
            case Check.Jump c -> with(c.by(), c.field(), c.along());
            case Check.Fresh c -> with(c.by(), c.along());
            case Check.OfTable _ -> List.of();
        };
        for (String column : needed) {
            if (!columns.contains(column)) {
                return "no column \"" + column + "\" is delivered";
            }
        }
        return check instanceof Check.Known known && !sets.contains(known.set())
                ? "no " + known.set() + " are given"
                : "";
    }
}
