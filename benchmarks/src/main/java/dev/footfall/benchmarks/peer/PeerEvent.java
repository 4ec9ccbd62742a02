package dev.footfall.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** One event as Jackson binds it; one object is reused by an operator. */
@JsonIgnoreProperties(ignoreUnknown = true)
public final class PeerEvent {
    public String store = "";
    public String kind = "";
    public String device = "";
    public long time;
    public String id = "";
    public double x;
    public double y;
    public String floor = "";
    public String role = "";
    public long in;
    public long out;
    public long passing;
    public double seconds;
}
