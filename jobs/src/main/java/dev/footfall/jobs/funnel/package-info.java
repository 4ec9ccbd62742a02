/** Funnels. */
@NullMarked
package dev.footfall.jobs.funnel;

import org.jspecify.annotations.NullMarked;
