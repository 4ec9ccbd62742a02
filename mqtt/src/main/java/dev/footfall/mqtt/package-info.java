/**
 * A connection to an MQTT 5 broker: the one place that knows the client library, and the rules it must be used by.
 *
 * <p>Comes in: messages to publish, with QoS 1. Goes out: messages of the subscribed filters, each to be acknowledged by whoever took
 * it, and the news that the connection is up or down. State: none on disk; what was published and not acknowledged when a
 * connection ends fails, and whoever published it sends it again. The broker sends again what was not acknowledged to it, so a
 * message may come twice; within one session messages of a publisher come in the order of their publication.
 */
@NullMarked
package dev.footfall.mqtt;

import org.jspecify.annotations.NullMarked;
