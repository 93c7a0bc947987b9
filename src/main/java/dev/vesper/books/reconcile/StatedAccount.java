package dev.vesper.books.reconcile;

import java.math.BigDecimal;

/** Money of an account, as the custodian says. */
public record StatedAccount(String account, String currency, BigDecimal cash) {}
