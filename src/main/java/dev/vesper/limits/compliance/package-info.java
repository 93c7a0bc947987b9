/** What compliance rules may know, as facts computed from one account's book, and what they say of its orders. */
@NullMarked
package dev.vesper.limits.compliance;

import org.jspecify.annotations.NullMarked;
