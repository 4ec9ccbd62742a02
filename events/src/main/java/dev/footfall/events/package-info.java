/**
 * The wire language: what a sensor can say, the frame in which it travels upwards, the topics, and the codecs of both.
 *
 * <p>Comes in: payloads of devices (JSON) and frames (CBOR). Goes out: {@link dev.footfall.events.SensorEvent}s, which are
 * checked and carry the identifiers of the devices, and {@link dev.footfall.events.Frame}s, which carry pseudonyms. State: none;
 * a {@link dev.footfall.events.FrameBuilder} and an {@link dev.footfall.events.EventJson} belong to one thread each.
 *
 * <p>Late, duplicate and disordered events are nothing to this package: a frame keeps what it is given in the order of
 * arrival. Payloads and frames may be hostile: reading them ends in a value or in a checked exception with a reason.
 */
@NullMarked
package dev.footfall.events;

import org.jspecify.annotations.NullMarked;
