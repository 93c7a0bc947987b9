/** All conversations with the outside; here lies only what several adapters take from the operating system. */
@NullMarked
package dev.vesper.adapters;

import org.jspecify.annotations.NullMarked;
