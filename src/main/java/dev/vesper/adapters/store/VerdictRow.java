package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code verdict}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "verdict")
@IdClass(VerdictRow.Key.class)
class VerdictRow {
    static final String COLUMNS =
            "run_id, position, rule, version, outcome, account, subject, reason, limit_value, used_value, permitted,"
                    + " would_pass, numbers";

    @Id
    String runId;

    @Id
    int position;

    String rule;
    String version;
    String outcome;
    String account;
    String subject;
    String reason;
    BigDecimal limitValue;
    BigDecimal usedValue;
    BigDecimal permitted;
    String wouldPass;
    String numbers;

    record Key(String runId, int position) {}

    static VerdictRow of(RunId run, Verdict verdict, int position) {
        VerdictRow row = new VerdictRow();
        row.runId = run.value();
        row.position = position;
        row.rule = verdict.rule().name();
        row.version = verdict.rule().version();
        row.outcome = verdict.outcome().name();
        row.account = verdict.account();
        row.subject = verdict.subject();
        row.reason = Exact.text(verdict.reason());
        row.limitValue = Exact.numberOrNull(verdict.limit().orElse(null));
        row.usedValue = Exact.numberOrNull(verdict.used().orElse(null));
        row.permitted = Exact.numberOrNull(verdict.permitted().orElse(null));
        row.wouldPass = Exact.text(verdict.wouldPass());
        row.numbers = ProposalJson.writeNumbers(verdict.numbers());
        return row;
    }

    Verdict toVerdict(SharedTexts texts) {
        return new Verdict(
                texts.rule(rule, version),
                Outcome.valueOf(outcome),
                texts.of(account),
                subject,
                reason,
                ProposalJson.readNumbers(numbers, texts),
                wouldPass,
                Optional.ofNullable(Exact.numberOrNull(permitted)));
    }

    static void bind(PreparedStatement insert, VerdictRow row) throws SQLException {
        insert.setString(1, row.runId);
        insert.setInt(2, row.position);
        insert.setString(3, row.rule);
        insert.setString(4, row.version);
        insert.setString(5, row.outcome);
        insert.setString(6, row.account);
        insert.setString(7, row.subject);
        insert.setString(8, row.reason);
        insert.setBigDecimal(9, row.limitValue);
        insert.setBigDecimal(10, row.usedValue);
        insert.setBigDecimal(11, row.permitted);
        insert.setString(12, row.wouldPass);
        insert.setString(13, row.numbers);
    }
}
