package dev.vesper.desk.waiver;

import java.util.Set;

/**
 * What the firm's files name: a waiver of something that is misspelt would waive nothing, and nobody would see it.
 *
 * @param accounts their ids
 * @param subjects symbols, and whatever instruments are grouped by: sectors, asset classes, currencies, issuers, countries
 */
public record KnownSubjects(Set<String> accounts, Set<String> subjects) {
    public KnownSubjects {
        accounts = Set.copyOf(accounts);
        subjects = Set.copyOf(subjects);
    }
}
