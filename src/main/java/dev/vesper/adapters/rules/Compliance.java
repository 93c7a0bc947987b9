package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.compliance.TableVerdicts;
import dev.vesper.limits.judging.ComplianceCheck;
import dev.vesper.limits.measure.FirmColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * All of rules/compliance.
 *
 * @param code that engineers wrote
 * @param tables that analysts wrote, by name
 */
record Compliance(ComplianceRules code, List<DmnComplianceTable> tables) implements ComplianceCheck {
    Compliance {
        tables = List.copyOf(tables);
    }

    @Override
    public List<Verdict> judge(AccountBook book) {
        List<Verdict> verdicts = code.judge(book);
        verdicts.addAll(TableVerdicts.of(tables, book));
        return verdicts;
    }

    void require(FirmColumns columns) {
        tables.forEach(table -> table.require(columns));
    }

    List<RuleInfo> infos() {
        List<RuleInfo> infos = new ArrayList<>(code.infos());
        tables.forEach(table -> infos.add(table.info()));
        return infos;
    }
}
