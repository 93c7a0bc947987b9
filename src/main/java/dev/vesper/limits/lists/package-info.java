/** Lists of names that a firm keeps: restricted, excluded, groups; each entry with its owner, its reason and its expiry. */
@NullMarked
package dev.vesper.limits.lists;

import org.jspecify.annotations.NullMarked;
