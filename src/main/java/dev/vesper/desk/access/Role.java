package dev.vesper.desk.access;

import static dev.vesper.desk.access.Permission.ANSWER_TASKS;
import static dev.vesper.desk.access.Permission.CHECK_RULES;
import static dev.vesper.desk.access.Permission.EDIT_RULES;
import static dev.vesper.desk.access.Permission.MANAGE_USERS;
import static dev.vesper.desk.access.Permission.POST_TO_BOOKS;
import static dev.vesper.desk.access.Permission.RECONCILE;
import static dev.vesper.desk.access.Permission.SEE;
import static dev.vesper.desk.access.Permission.SEE_AUDIT;
import static dev.vesper.desk.access.Permission.SIGN_RULES;
import static dev.vesper.desk.access.Permission.STOP_TRADING;
import static dev.vesper.desk.access.Permission.WORK_RUNS;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody is to the firm, and the one table of what that allows. A person may have several roles and may do what any of
 * them may, but for one thing: who manages users decides nothing, since who says who may decide could be all of them. No
 * setting turns that off.
 */
public enum Role {
    VIEWER(SEE),
    /** Writes rules, and checks none. */
    ANALYST(SEE, EDIT_RULES),
    RULE_CHECKER(SEE, SEE_AUDIT, ANSWER_TASKS, SIGN_RULES, CHECK_RULES),
    OPERATOR(SEE, SEE_AUDIT, ANSWER_TASKS, WORK_RUNS, POST_TO_BOOKS, RECONCILE, STOP_TRADING),
    TRADER(SEE, ANSWER_TASKS, POST_TO_BOOKS, STOP_TRADING),
    APPROVER(SEE, SEE_AUDIT, ANSWER_TASKS),
    RISK_OFFICER(SEE, SEE_AUDIT, ANSWER_TASKS, WORK_RUNS, STOP_TRADING, CHECK_RULES),
    ADMINISTRATOR(SEE, SEE_AUDIT, MANAGE_USERS),
    /** Sees everything, and changes nothing. */
    AUDITOR(SEE, SEE_AUDIT);

    private static final Registry<Role> WORDS = Registry.of("role", Role::word, List.of(values()));

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = EnumSet.copyOf(Arrays.asList(permissions));
    }

    /** As it is stored and shown, for example {@code risk-officer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The role of a word.
     *
     * @throws Problem of kind INPUT that names the known roles
     */
    public static Role of(String word) {
        return WORDS.get(word);
    }

    /** In the order of the table. */
    public static Set<Role> ordered(Collection<Role> roles) {
        return roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** What it allows, for example {@code see the audit; manage users}. */
    public String words() {
        return permissions.stream().map(Permission::words).collect(Collectors.joining("; "));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether one of them allows it, and it is no decision of somebody who manages users. */
    public static boolean may(Set<Role> roles, Permission permission) {
        return roles.stream().anyMatch(role -> role.may(permission))
                && !(permission.decides() && roles.stream().anyMatch(role -> role.may(MANAGE_USERS)));
    }

    /** Of roles that nobody has together, those that decide; empty where these may be had together. */
    public static Set<Role> apart(Set<Role> roles) {
        return roles.stream().noneMatch(role -> role.may(MANAGE_USERS))
                ? Set.of()
                : ordered(roles.stream()
                        .filter(role -> role.permissions.stream().anyMatch(Permission::decides))
                        .toList());
    }
}
