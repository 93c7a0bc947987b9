/** Opens the parts, hands each what it needs, and closes them again. */
@NullMarked
package dev.vesper.app.wiring;

import org.jspecify.annotations.NullMarked;
