package dev.vesper.adapters.store;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.portfolio.Account;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.TargetWeights;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code account_plan}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "account_plan")
@IdClass(PlanRow.Key.class)
class PlanRow {
    @Id
    String runId;

    @Id
    String account;

    int position;
    String name;
    String strategy;
    String currency;
    BigDecimal cash;
    BigDecimal accountValue;
    String method;
    BigDecimal cashAfter;
    double deviation;
    double optimum;
    double turnover;
    BigDecimal realisedGain;
    String score;
    String proposal;

    record Key(String runId, String account) {}

    static PlanRow of(RunId run, AccountPlan plan, int position) {
        PlanRow row = new PlanRow();
        row.runId = run.value();
        row.account = plan.account().id();
        row.position = position;
        row.name = Exact.text(plan.account().name());
        row.strategy = plan.account().strategy();
        row.currency = plan.account().cash().currency();
        row.cash = Exact.number(plan.account().cash().amount());
        row.accountValue = Exact.number(plan.value());
        row.method = plan.target().method();
        row.cashAfter = Exact.number(plan.proposal().cashAfter().amount());
        row.deviation = plan.proposal().deviation();
        row.optimum = plan.proposal().optimum();
        row.turnover = plan.proposal().turnover();
        row.realisedGain = Exact.number(plan.proposal().realisedGain().amount());
        row.score = plan.proposal().score();
        row.proposal = ProposalJson.write(plan.proposal());
        return row;
    }

    AccountPlan toPlan(SortedMap<String, Double> weightsBefore, SortedMap<String, Double> targetWeights) {
        Proposal read = ProposalJson.read(proposal);
        return new AccountPlan(
                new Account(account, name, Money.of(Exact.number(cash), currency), strategy),
                Exact.number(accountValue),
                weightsBefore,
                new TargetWeights(method, targetWeights),
                read);
    }
}
