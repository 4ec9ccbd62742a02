/** Tests of chains: drawn-up stores in, what they publish out. */
@NullMarked
package dev.footfall.simulator.chain;

import org.jspecify.annotations.NullMarked;
