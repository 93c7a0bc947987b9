/** What compliance rules may know: plain facts of one account, its orders and its last weeks. Rules read them and change none. */
@NullMarked
package dev.vesper.adapters.rules.facts;

import org.jspecify.annotations.NullMarked;
