/**
 * Store layouts and their geometry: store packs in; floors, zones, doors, grids and exact pieces of movement out.
 *
 * <p><b>In:</b> a store's folder ({@code store.yaml} and its {@code layout*.geojson} versions), read by {@link
 * dev.footfall.geofences.StorePack#read}; then points and straight movements of one subject on one floor.
 *
 * <p><b>Out:</b> which zones cover a point, when a movement is inside which zone ({@link
 * dev.footfall.geofences.ZoneIndex}) and in which cell of the heat map ({@link dev.footfall.geofences.Grid}), to which
 * store day and window an instant belongs ({@link dev.footfall.geofences.StoreCalendar}, {@link
 * dev.footfall.geofences.Window}), and every fault of a pack with its place ({@link
 * dev.footfall.geofences.LayoutCheck}).
 *
 * <p><b>State:</b> what {@link dev.footfall.geofences.StorePacks} read last, which it reads again when files changed and it is asked for refreshed packs. Everything else public is immutable after construction and may be shared
 * between threads; look-ups allocate nothing.
 *
 * <p><b>Late, duplicate, disordered input:</b> answers depend on the arguments alone, so the order of calls and
 * repeated calls change nothing.
 *
 * <p><b>Units:</b> positions are whole millimetres in the store frame, polygons are metres (as the file says them),
 * event times are milliseconds and instants within a movement nanoseconds since the epoch.
 */
@NullMarked
package dev.footfall.geofences;

import org.jspecify.annotations.NullMarked;
