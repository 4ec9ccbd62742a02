/**
 * Where a store and its zones are and what they hold: the measurements {@code stores} and {@code zones}, for boards that put figures on a map
 * or beside what is allowed.
 *
 * <p><b>In:</b> the instants of batches and the layout that holds then. <b>Out:</b> once a store day, with its first event, a point of the store and one
 * of each zone.
 *
 * <p><b>State:</b> until when it was told.
 *
 * <p><b>Late, duplicate, disordered input:</b> a layout that begins within a day is told from the next one on. Told again, points are the same.
 */
@NullMarked
package dev.footfall.jobs.places;

import org.jspecify.annotations.NullMarked;
