/** What people do about runs that stand still: seen in plain words, tried again, closed, each act with its reason. */
@NullMarked
package dev.vesper.desk.repair;

import org.jspecify.annotations.NullMarked;
