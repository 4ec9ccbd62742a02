/** Points to a sorted file. */
@NullMarked
package dev.footfall.jobs.lineprotocol;

import org.jspecify.annotations.NullMarked;
