package dev.footfall.jobs.oracle;

import static dev.footfall.jobs.oracle.Spot.turn;

import dev.footfall.geofences.Door;
import java.math.BigDecimal;
import java.util.List;

/** A door's directed line, asked in exact arithmetic; its ends are the decimals that the layout gives. */
final class DoorLine {

    private final Spot a;
    private final Spot b;
    private final BigDecimal band;

    DoorLine(Door door, long bandMillimetres) {
        this.a = Spot.written(door.axMetres(), door.ayMetres());
        this.b = Spot.written(door.bxMetres(), door.byMetres());
        this.band = BigDecimal.valueOf(bandMillimetres, 3);
    }

    private static Spot spot(Observation o) {
        return new Spot(BigDecimal.valueOf(o.xMillimetres(), 3), BigDecimal.valueOf(o.yMillimetres(), 3));
    }

    /** Left of the line's direction; on the line is right. */
    boolean isLeft(Observation o) {
        return turn(a, b, spot(o)).signum() > 0;
    }

    /** At least the door's band away from the line: |turn| / length ≥ band. */
    boolean isFar(Observation o) {
        BigDecimal lengthSquared = b.minus(a).dot(b.minus(a));
        return turn(a, b, spot(o)).pow(2).compareTo(band.pow(2).multiply(lengthSquared)) >= 0;
    }

    /** Whether a path touches the door's segment, its ends included. */
    boolean isMetBy(List<Observation> path) {
        for (int i = 1; i < path.size(); i++) {
            if (meet(spot(path.get(i - 1)), spot(path.get(i)), a, b)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(Spot p, Spot q, Spot a, Spot b) {
        return turn(a, b, p).signum() * turn(a, b, q).signum() <= 0
                && turn(p, q, a).signum() * turn(p, q, b).signum() <= 0
                && overlap(p.x(), q.x(), a.x(), b.x())
                && overlap(p.y(), q.y(), a.y(), b.y());
    }

    private static boolean overlap(BigDecimal p, BigDecimal q, BigDecimal a, BigDecimal b) {
        return p.min(q).compareTo(a.max(b)) <= 0 && a.min(b).compareTo(p.max(q)) <= 0;
    }
}
