package dev.footfall.benchmarks.frames;

/** What a frame says of a track in a row, as a message of its own would: as one binds it with Jackson. */
public record TrackRow(long time, String device, String floor, String subject, int x, int y, boolean staff) {}
