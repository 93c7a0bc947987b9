/** What a run knows of its firm and its market, bound once and shared by every stage. */
@NullMarked
package dev.vesper.desk.market;

import org.jspecify.annotations.NullMarked;
