package dev.footfall.jobs.ingest;

import dev.footfall.events.Kind;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where waiting observations come from, under small numbers: a store has few devices and floors, so a row needs no strings.
 *
 * <p>The strings of one frame are the same objects in all its rows, so most rows are told by comparing references.
 */
final class Origins {
    private static final int MANY = 1_000;

    /** A device, the gateway that took what it said, and a floor. */
    static final class Origin {
        final Kind kind;
        final String device;
        final String gateway;
        final String floor;
        private @Nullable Layout layout;
        private int floorInLayout;

        private Origin(Kind kind, String device, String gateway, String floor) {
            this.kind = kind;
            this.device = device;
            this.gateway = gateway;
            this.floor = floor;
        }

        private boolean is(Kind otherKind, String otherDevice, String otherGateway, String otherFloor) {
            return kind == otherKind
                    && device.equals(otherDevice)
                    && floor.equals(otherFloor)
                    && gateway.equals(otherGateway);
        }

        /** Index of the floor in a layout; -1 when it does not have it. */
        int floorIn(Layout asked) {
            if (asked != layout) {
                floorInLayout = asked.findFloor(floor).map(Floor::index).orElse(-1);
                layout = asked;
            }
            return floorInLayout;
        }
    }

    /** What a frame calls an origin. */
    private record Named(String device, String floor, int number) {}

    private final List<Origin> origins = new ArrayList<>();
    private final List<Named> ofFrame = new ArrayList<>();
    private Kind kind = Kind.TRACK;
    private String gateway = "";
    private @Nullable Named latest;

    /** The rows that follow are of one kind, in one frame. */
    void beginFrame(Kind itsKind, String itsGateway) {
        kind = itsKind;
        gateway = itsGateway;
        ofFrame.clear();
        latest = null;
    }

    /** The number of a row's origin. */
    @SuppressWarnings("ReferenceEquality") // a frame holds each string once
    int number(String device, String floor) {
        Named named = latest;
        if (named == null || named.device != device || named.floor != floor) {
            named = find(device, floor);
            latest = named;
        }
        return named.number;
    }

    @SuppressWarnings("ReferenceEquality")
    private Named find(String device, String floor) {
        for (int i = 0; i < ofFrame.size(); i++) {
            Named named = ofFrame.get(i);
            if (named.device == device && named.floor == floor) {
                return named;
            }
        }
        Named named = new Named(device, floor, numberOf(device, floor));
        ofFrame.add(named);
        return named;
    }

    private int numberOf(String device, String floor) {
        for (int number = 0; number < origins.size(); number++) {
            if (origins.get(number).is(kind, device, gateway, floor)) {
                return number;
            }
        }
        origins.add(new Origin(kind, device, gateway, floor));
        return origins.size() - 1;
    }

    Origin get(int number) {
        return origins.get(number);
    }

    /** Order by kind and device. */
    int compareDevices(int a, int b) {
        int byKind = get(a).kind.compareTo(get(b).kind);
        return byKind != 0 ? byKind : get(a).device.compareTo(get(b).device);
    }

    /** Order by gateway. */
    int compareGateways(int a, int b) {
        return get(a).gateway.compareTo(get(b).gateway);
    }

    /** Begins anew, when no row is left, once there are more than a store has. */
    void forgetIfMany() {
        if (origins.size() > MANY) {
            origins.clear();
        }
    }
}
