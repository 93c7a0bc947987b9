package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code verdict}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "verdict")
@IdClass(VerdictRow.Key.class)
class VerdictRow {
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
        row.limitValue = Exact.numberOrNull(verdict.numbers().get("limit"));
        row.usedValue = Exact.numberOrNull(verdict.numbers().get("used"));
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
}
