/**
 * The servers that Footfall talks to, started from within: an MQTT broker in this process, Mosquitto and InfluxDB as its
 * children.
 *
 * <p>Comes in: a folder for each server, and a port where it matters. Goes out: its address. State: all of it is in the
 * server's folder (data, configuration, log), so that a server started again on the same folder continues; the Debian
 * packages that hold the programs are unpacked once for each user into a cache.
 *
 * <p>{@link dev.footfall.servers.EmbeddedBroker} and {@link dev.footfall.servers.Mosquitto} as configured here keep every
 * message of quality of service 1 for a known session until it is acknowledged, in the order of arrival over all topics, may
 * hand it over more than once, and hand it over whatever its age. What is behind them promises nothing more; a broker's disk
 * is not where Footfall keeps data.
 */
@NullMarked
package dev.footfall.servers;

import org.jspecify.annotations.NullMarked;
