/** People who go around four eyes by every way in, over real stores. */
@NullMarked
package dev.vesper.app.attack;

import org.jspecify.annotations.NullMarked;
