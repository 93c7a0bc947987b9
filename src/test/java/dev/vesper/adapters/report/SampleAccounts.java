package dev.vesper.adapters.report;

import dev.vesper.basics.Money;
import dev.vesper.books.LotId;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** The accounts of a made-up firm: their lots, targets, orders and what the rules said of them. */
final class SampleAccounts {
    final List<Account> accounts = new ArrayList<>();
    final List<TaxLot> lots = new ArrayList<>();
    final List<AccountPlan> plans = new ArrayList<>();
    final List<ParentOrder> parents = new ArrayList<>();
    final SampleVerdicts verdicts = new SampleVerdicts();

    static SampleAccounts of(int accounts, SampleMarket market, Random random) {
        SampleAccounts made = new SampleAccounts();
        for (int a = 0; a < accounts; a++) {
            made.open(a, market, random);
        }
        return made;
    }

    /** Opens one more account: near its target, with the orders that bring it there. */
    private void open(int a, SampleMarket market, Random random) {
        String id = "ACC" + (a + 1);
        double size = 2_000_000 * (a + 1);
        String[] names = {"Harbour Pension Fund", "Fondation Éclair – Croissance", "Family Office North"};
        Account account = new Account(
                id, names[a % 3], Money.of(SampleMarket.cents(size * (0.03 + 0.02 * a)), "USD"), "balanced");
        accounts.add(account);
        SortedMap<String, Double> target = new TreeMap<>();
        double sum = 0;
        for (String s : market.symbols()) {
            double w = 0.3 + random.nextDouble() * random.nextDouble() * 3;
            target.put(s, w);
            sum += w;
        }
        double all = sum;
        target.replaceAll((s, w) -> w / all);
        double value = account.cash().amount().doubleValue();
        Map<String, BigDecimal> held = new TreeMap<>();
        for (String s : market.symbols()) {
            double price = market.price(s);
            double drift = random.nextInt(9) == 0 ? 0 : 0.6 + random.nextDouble() * 0.8;
            BigDecimal units = BigDecimal.valueOf(Math.floor(size * target.get(s) * drift / price));
            if (units.signum() > 0) {
                held.put(s, units);
                BigDecimal cost = SampleMarket.cents(price * (0.6 + random.nextDouble() * 0.6));
                LocalDate acquired = SampleRun.DATE.minusDays(30 + random.nextInt(900));
                lots.add(new TaxLot(new LotId(id, s, acquired, 1).toString(), id, s, units, cost, acquired));
                value += price * units.doubleValue();
            }
        }
        double total = value;
        SortedMap<String, Double> before = new TreeMap<>();
        held.forEach((s, q) -> before.put(s, q.doubleValue() * market.price(s) / total));
        for (String s : market.symbols()) {
            double price = market.price(s);
            long wanted = Math.round(total * 0.98 * target.get(s) / price)
                    - held.getOrDefault(s, BigDecimal.ZERO).longValue();
            if (Math.abs(wanted) * price < 4000) {
                continue;
            }
            String order = SampleRun.ID + String.format("-%04d", parents.size() + 1);
            parents.add(new ParentOrder(
                    order,
                    id,
                    s,
                    wanted > 0 ? Side.BUY : Side.SELL,
                    BigDecimal.valueOf(Math.abs(wanted)),
                    BigDecimal.ONE,
                    new BigDecimal("0.01"),
                    BigDecimal.valueOf(price),
                    "USD",
                    SlicingStrategy.TWAP,
                    List.of()));
            verdicts.ofOrder(order, id, s, Math.abs(wanted), price, target.get(s));
        }
        plans.add(new AccountPlan(
                account,
                SampleMarket.cents(total),
                before,
                new TargetWeights("hrp", target),
                new Proposal(
                        id,
                        List.of(),
                        Money.of(SampleMarket.cents(total * 0.02), "USD"),
                        0.0123,
                        0.0118,
                        0.213,
                        Money.of(new BigDecimal("-1234.56").multiply(BigDecimal.valueOf(a - 1L)), "USD"),
                        "0hard/-123soft")));
    }
}
