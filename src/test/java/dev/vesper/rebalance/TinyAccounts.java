package dev.vesper.rebalance;

import java.util.SplittableRandom;

/** Random accounts small enough to try every plan. */
public final class TinyAccounts {
    private TinyAccounts() {}

    /**
     * A random account of up to so many instruments.
     *
     * @param coarse whether trades have a minimum and lots are large against the account
     */
    public static Accounts random(SplittableRandom random, int mostInstruments, boolean coarse) {
        int instruments = 1 + random.nextInt(mostInstruments);
        Accounts account = Accounts.account(String.valueOf(random.nextInt(2000)));
        double left = 1;
        for (int i = 0; i < instruments; i++) {
            String symbol = "S" + i;
            account.priced(symbol, 50 + random.nextInt(150) + ".%02d".formatted(random.nextInt(100)), "2");
            if (random.nextInt(4) > 0) {
                account.holds(
                        symbol,
                        String.valueOf(1 + random.nextInt(14)),
                        String.valueOf(50 + random.nextInt(150)),
                        Accounts.DATE.minusDays(300 + random.nextInt(130)));
            }
            double weight = random.nextInt(4) == 0 ? 0 : left * random.nextDouble();
            left -= weight;
            account.wants(symbol, weight);
        }
        account.buffer(random.nextInt(3) * 0.03).costs(random.nextInt(4) * 7.5);
        if (coarse) {
            account.minimum(String.valueOf(random.nextInt(4) * 150));
        }
        return account.turnover(random.nextInt(3) == 0 ? 0.25 + random.nextDouble() : 2);
    }
}
