package dev.footfall.geofences;

/**
 * A place on the earth, or where a layout without an anchor is laid.
 *
 * @param latitude degrees
 * @param longitude degrees
 */
public record Place(double latitude, double longitude) {}
