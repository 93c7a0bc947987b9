/** Pure numerics on doubles, one file a method; knows nothing of markets. */
@NullMarked
package dev.vesper.maths;

import org.jspecify.annotations.NullMarked;
