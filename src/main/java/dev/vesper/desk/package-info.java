/** The use cases of the day, and the ports they need from the outside. */
@NullMarked
package dev.vesper.desk;

import org.jspecify.annotations.NullMarked;
