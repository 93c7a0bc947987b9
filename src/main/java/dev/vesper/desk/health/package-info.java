/** How Vesper is: what may be wrong, and the figures that operators watch. */
@NullMarked
package dev.vesper.desk.health;

import org.jspecify.annotations.NullMarked;
