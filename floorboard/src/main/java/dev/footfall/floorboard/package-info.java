/**
 * The floorboard: a page that shows a store's figures on its floor plan, and the small server behind it.
 *
 * <p><b>In:</b> requests over HTTP; store packs; the points in InfluxDB, asked for by the InfluxQL texts in {@code
 * queries/}, which the Grafana boards use word for word.
 *
 * <p><b>Out:</b> the page and what it is drawn from: {@link dev.footfall.floorboard.Floorboard} lists the addresses. Figures
 * are handed on as InfluxDB answers; nothing is computed here that a definition exists for.
 *
 * <p><b>State:</b> none but the packs, each read once.
 *
 * <p><b>Late, duplicate, disordered input:</b> no matter of the floorboard's: a point is written again until it is final,
 * and the page asks again.
 */
@NullMarked
package dev.footfall.floorboard;

import org.jspecify.annotations.NullMarked;
