/** Limits that accounts are over without an order: seen day by day until they are cured, with owner, plan and age. */
@NullMarked
package dev.vesper.desk.breach;

import org.jspecify.annotations.NullMarked;
