/** The history of the rules: a Git repository in the state folder. */
@NullMarked
package dev.vesper.adapters.history;

import org.jspecify.annotations.NullMarked;
