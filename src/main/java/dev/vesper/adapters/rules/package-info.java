/** Drools: limits in rules/limits (DMN) and compliance in rules/compliance (DRL). */
@NullMarked
package dev.vesper.adapters.rules;

import org.jspecify.annotations.NullMarked;
