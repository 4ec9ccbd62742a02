package dev.footfall.geofences;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** One version of a store's layout: what holds from an instant of event time until the next version's. */
public final class Layout {

    /** {@link #validFromMillis} of a layout that says none: since ever. */
    public static final long SINCE_EVER = Long.MIN_VALUE;

    private final long validFromMillis;
    private final String hash;
    private final String shapeHash;
    private final Georeference georeference;
    private final List<Floor> floors;
    private final Map<String, Floor> floorsById;
    private final Map<String, Zone> zonesById;

    Layout(long validFromMillis, String hash, String shapeHash, Georeference georeference, List<Floor> floors) {
        this.validFromMillis = validFromMillis;
        this.hash = hash;
        this.shapeHash = shapeHash;
        this.georeference = georeference;
        this.floors = List.copyOf(floors);
        this.floorsById = floors.stream().collect(Collectors.toUnmodifiableMap(Floor::id, Function.identity()));
        this.zonesById = floors.stream()
                .flatMap(floor -> floor.zones().stream())
                .collect(Collectors.toUnmodifiableMap(Zone::id, Function.identity()));
    }

    /** From when it holds, in milliseconds since the epoch; {@link #SINCE_EVER} when the file does not say. */
    public long validFromMillis() {
        return validFromMillis;
    }

    /** The first 12 hex digits of the SHA-256 of its file. */
    public String hash() {
        return hash;
    }

    /**
     * 12 hex digits of what it draws for figures: floors, zones with their own thresholds, doors, the place on the earth. Names for people, what is
     * drawn for the eye alone, {@code validFrom} and the order of the file do not count: to change them changes no figure.
     */
    public String shapeHash() {
        return shapeHash;
    }

    /** Where the store frame lies on the earth. */
    public Georeference georeference() {
        return georeference;
    }

    /** Its floors by their index. */
    public List<Floor> floors() {
        return floors;
    }

    /** The middle of the box around the outlines of all its floors. */
    public Place centre() {
        Envelope box = new Envelope();
        floors.forEach(floor -> box.expandToInclude(floor.outline().getEnvelopeInternal()));
        return place(box.centre());
    }

    /** A place inside a zone of it, whatever the zone's shape. */
    public Place within(Zone zone) {
        return place(zone.geometry().getInteriorPoint().getCoordinate());
    }

    private Place place(Coordinate metres) {
        return new Place(georeference.latitude(metres.x, metres.y), georeference.longitude(metres.x, metres.y));
    }

    /** The floor of an id. */
    public Optional<Floor> findFloor(String id) {
        return Optional.ofNullable(floorsById.get(id));
    }

    /** The zone of an id, on whichever floor. */
    public Optional<Zone> findZone(String id) {
        return Optional.ofNullable(zonesById.get(id));
    }

    @Override
    public String toString() {
        return "Layout[" + hash + ", valid from " + validFromMillis + ", " + floors + "]";
    }
}
