package dev.vesper.execution.engine;

import java.util.Arrays;

/** What the accounts hold, and what they would hold and owe once all that is at the venues is filled. */
final class TwinBooks {
    private static final long MOST = EngineFormat.MOST_AMOUNT;

    static final class Account {
        long cash;
        /** Amount of all buys at the venues, each at the price at which it counts. */
        long reserved;

        boolean stopped;
    }

    /** Units of one instrument in one account. */
    static final class Held {
        long units;
        long buying;
        long selling;
    }

    private final int instruments;
    private final Account[] accounts;
    private final Held[] held;

    TwinBooks(EngineCapacity capacity) {
        instruments = capacity.instruments();
        accounts = new Account[capacity.accounts()];
        Arrays.setAll(accounts, i -> new Account());
        held = new Held[capacity.accounts() * instruments];
        Arrays.setAll(held, i -> new Held());
    }

    boolean has(int account) {
        return account >= 0 && account < accounts.length;
    }

    Account account(int number) {
        return accounts[number];
    }

    Held held(int account, int instrument) {
        return held[account * instruments + instrument];
    }

    /** Units times price, or one more than the most where that is more. */
    static long amount(long units, long price) {
        return price != 0 && units > MOST / price ? MOST + 1 : units * price;
    }

    static boolean small(long amount) {
        return amount >= -MOST && amount <= MOST;
    }

    /** Whether all that is at the venues could still be reckoned with after a child. */
    boolean hasRoom(TwinParent parent, long units, long at) {
        Held cell = held(parent.account, parent.instrument);
        long amount = amount(units, at);
        return amount <= MOST
                && (parent.buys()
                        ? cell.buying + units <= MOST && accounts[parent.account].reserved + amount <= MOST
                        : cell.selling + units <= MOST);
    }

    void sent(TwinParent parent, long units, long at) {
        atVenues(parent, units, amount(units, at));
    }

    /** So much of a child is at the venue no more. */
    void over(TwinParent parent, long units, long at) {
        atVenues(parent, -units, -amount(units, at));
    }

    /** Whether all could still be reckoned with once the children beyond a new limit had it as their price, one by one. */
    boolean hasRoomAt(TwinParent parent, long limit) {
        long reserved = accounts[parent.account].reserved;
        for (TwinParent.Child child : parent.children) {
            if (!child.cancelling && parent.buys() && parent.beyond(child.price, limit)) {
                long units = child.open * parent.lotUnits;
                reserved += amount(units, limit) - amount(units, child.at);
            }
            if (reserved > MOST) {
                return false;
            }
        }
        return true;
    }

    /** A child counts at another price. */
    void replaced(TwinParent parent, TwinParent.Child child, long at) {
        long units = child.open * parent.lotUnits;
        over(parent, units, child.at);
        child.at = at;
        sent(parent, units, at);
    }

    /** What would be owed for all buys at the venues once a child counted at another price. */
    long reservedAfter(TwinParent parent, TwinParent.Child child, long at) {
        long units = child.open * parent.lotUnits;
        long reserved = accounts[parent.account].reserved;
        return parent.buys() ? reserved - amount(units, child.at) + amount(units, at) : reserved;
    }

    /** Books a fill, unless the position or the cash would be too large to reckon with. */
    boolean filled(TwinParent parent, TwinParent.Child child, long units, long price) {
        Account account = accounts[parent.account];
        Held cell = held(parent.account, parent.instrument);
        long amount = amount(units, price);
        long after = cell.units + (parent.buys() ? units : -units);
        long cash = account.cash + (parent.buys() ? -amount : amount);
        if (amount > MOST || !small(after) || !small(cash)) {
            return false;
        }
        cell.units = after;
        account.cash = cash;
        over(parent, units, child.at);
        return true;
    }

    private void atVenues(TwinParent parent, long units, long amount) {
        Held cell = held(parent.account, parent.instrument);
        if (parent.buys()) {
            cell.buying += units;
            accounts[parent.account].reserved += amount;
        } else {
            cell.selling += units;
        }
    }
}
