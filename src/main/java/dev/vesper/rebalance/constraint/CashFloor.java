package dev.vesper.rebalance.constraint;

import dev.vesper.basics.Problem;
import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.RebalanceProblem;

/**
 * Trades are paid for: cash after trades and costs is not below the book's floor. An account with a floor of 600.00 that
 * would end with 399.40 misses it by 200.60. One that spends settled cash alone buys for no more than it has, whatever it
 * sells: with 500.00 settled, purchases of 620.00 miss it by 120.00.
 */
public final class CashFloor implements PlanConstraint {
    @Override
    public String word() {
        return "cash-floor";
    }

    @Override
    public String sentence() {
        return "cash after trades and costs is not below its floor";
    }

    @Override
    public Level level() {
        return Level.HARD;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        return Math.max(0, book.cashFloor() - book.cashAfter(lots)) + Math.max(0, book.bought(lots) - book.spendable());
    }

    @Override
    public Running open(LotBook book) {
        Running floor = floor(book);
        return book.spendable() == LotBook.WITHOUT_END ? floor : both(floor, settled(book));
    }

    private static Running both(Running one, Running other) {
        return new Running() {
            @Override
            public void change(int line, long before, long after) {
                one.change(line, before, after);
                other.change(line, before, after);
            }

            @Override
            public long value() {
                return one.value() + other.value();
            }
        };
    }

    private static Running settled(LotBook book) {
        return new RunningSum(book) {
            @Override
            protected long of(BookLine line, long lots) {
                return line.bought(lots);
            }

            @Override
            public long value() {
                return Math.max(0, super.value() - book.spendable());
            }
        };
    }

    private static Running floor(LotBook book) {
        return new RunningSum(book) {
            @Override
            protected long of(BookLine line, long lots) {
                return line.cashFlow(lots);
            }

            @Override
            public long value() {
                return Math.max(0, book.cashFloor() - book.cash() - super.value());
            }
        };
    }

    @Override
    public Problem broken(RebalanceProblem problem, LotBook book, long[] lots) {
        String currency = problem.account().cash().currency();
        return Problem.refused("Expected account " + problem.account().id() + " to end with cash of at least "
                + book.text(book.cashFloor()) + " " + currency + ", but with the best sales that turnover, lots and"
                + " minimum trade allow it ends with " + book.text(book.cashAfter(lots)) + " " + currency
                + "; maybe pay cash in, or allow more turnover than "
                + problem.settings().maximumTurnover() + " of its value");
    }
}
