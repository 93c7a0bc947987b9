package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvText;
import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.OpeningBook;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import dev.vesper.portfolio.TaxLot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes an opening book as accounts.csv and positions.csv, in the form in which they are read. */
public final class OpeningFiles {
    private OpeningFiles() {}

    /**
     * Puts the opening book in the place of what the files say. Names and strategies stay those of the files; an account
     * that the books do not hold yet stays as the files have it.
     *
     * @param firm as the files say
     * @throws Problem of kind INPUT where the books hold an account or an instrument that the files no longer list
     */
    static void write(Path folder, Firm firm, OpeningBook opening) throws IOException {
        List<TaxLot> lots = new ArrayList<>(opening.lots());
        firm.lots().stream()
                .filter(lot -> !opening.cash().containsKey(lot.account()))
                .forEach(lots::add);
        check(firm, opening);
        List<Account> accounts = firm.accounts().stream()
                .map(account -> {
                    Money cash = opening.cash().get(account.id());
                    return cash == null ? account : account.withCash(cash, opening.onItsWay(account.id()));
                })
                .toList();
        write(folder, accounts, lots);
    }

    private static void check(Firm firm, OpeningBook opening) {
        Set<String> accounts = new HashSet<>();
        for (Account account : firm.accounts()) {
            accounts.add(account.id());
            Money cash = opening.cash().get(account.id());
            if (cash != null && !cash.currency().equals(account.cash().currency())) {
                throw Problem.input(
                        Place.of("accounts.csv"),
                        "Expected " + account.id() + " in " + cash.currency() + ", as the books have it, but got "
                                + account.cash().currency());
            }
        }
        opening.cash().forEach((account, cash) -> {
            boolean empty = cash.amount().signum() == 0
                    && opening.lots().stream().noneMatch(lot -> lot.account().equals(account));
            if (!accounts.contains(account) && !empty) {
                throw Problem.input(
                        Place.of("accounts.csv"),
                        "Expected the account " + account + ", which the books hold with " + cash
                                + ", but it is not listed; maybe it was renamed");
            }
        });
        for (TaxLot lot : opening.lots()) {
            if (!firm.instruments().containsKey(lot.symbol())) {
                throw Problem.input(
                        Place.of("instruments.csv"),
                        "Expected the instrument " + lot.symbol() + ", of which the books hold "
                                + lot.quantity().toPlainString() + " for " + lot.account()
                                + ", but it is not listed; maybe it was renamed");
            }
        }
    }

    /** Writes both files, and takes away compressed ones of the same name. */
    public static void write(Path folder, List<Account> accounts, List<TaxLot> lots) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean usual = accounts.stream().allMatch(account -> account.terms().equals(AccountTerms.USUAL));
        List<Object> header = new ArrayList<>(AccountsCsv.COLUMNS);
        header.addAll(usual ? List.of() : TermsColumns.ALL);
        List<String> further = accounts.stream()
                .flatMap(account -> account.fields().all().stream())
                .map(Fields.Field::name)
                .distinct()
                .toList();
        header.addAll(further);
        lines.add(CsvText.line(header.toArray()));
        for (Account account : accounts) {
            List<Object> cells = new ArrayList<>(List.of(
                    account.id(),
                    account.name(),
                    account.cash().currency(),
                    account.cash().amount().toPlainString(),
                    account.strategy()));
            cells.addAll(usual ? List.of() : TermsColumns.cells(account));
            further.forEach(name -> cells.add(account.fields().text(name)));
            lines.add(CsvText.line(cells.toArray()));
        }
        replace(folder, "accounts.csv", lines);
        lines.clear();
        lines.add(String.join(",", PositionsCsv.COLUMNS) + "," + PositionsCsv.LOT);
        lots.stream()
                .sorted(Comparator.comparing(TaxLot::account)
                        .thenComparing(TaxLot::symbol)
                        .thenComparing(TaxLot::acquired))
                .forEach(lot -> lines.add(CsvText.line(
                        lot.account(),
                        lot.symbol(),
                        lot.quantity().toPlainString(),
                        lot.cost().toPlainString(),
                        lot.acquired(),
                        lot.id().substring(lot.id().lastIndexOf('/') + 1))));
        replace(folder, "positions.csv", lines);
    }

    private static void replace(Path folder, String name, List<String> lines) throws IOException {
        Files.deleteIfExists(folder.resolve(name + ".gz"));
        Files.write(folder.resolve(name), lines);
    }
}
