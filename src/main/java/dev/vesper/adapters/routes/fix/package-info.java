/** Our side of the FIX 4.4 sessions with the venues. */
@NullMarked
package dev.vesper.adapters.routes.fix;

import org.jspecify.annotations.NullMarked;
