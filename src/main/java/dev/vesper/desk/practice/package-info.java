/** Days that people practise on a simulated clock: what it shows, what is due next by it, putting it forward. */
@NullMarked
package dev.vesper.desk.practice;

import org.jspecify.annotations.NullMarked;
