/** The venues' side: the simulated exchange as FIX acceptors with journals. */
@NullMarked
package dev.vesper.adapters.routes.simulated;

import org.jspecify.annotations.NullMarked;
