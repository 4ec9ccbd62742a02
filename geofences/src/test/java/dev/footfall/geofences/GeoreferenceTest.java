package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Frames lie on the earth at their anchor, turned by their bearing. */
class GeoreferenceTest {

    @Test
    void anchored_bearingZero_pointsNorth() {
        Georeference frame = Georeference.anchored(13.4, 52.5, 0);

        assertThat(frame.latitude(0, 111.27)).isCloseTo(52.501, within(1e-6));
        assertThat(frame.longitude(0, 111.27)).isEqualTo(13.4);
        assertThat(frame.longitude(67.9, 0)).isCloseTo(13.401, within(1e-6));
    }

    /**
     * <pre>
     *     ●──→ y     the frame's y points east when the bearing is 90°,
     *     ↓          so its x points south
     *     x
     * </pre>
     */
    @Test
    void anchored_bearingNinety_pointsEast() {
        Georeference frame = Georeference.anchored(13.4, 52.5, 90);

        assertThat(frame.longitude(0, 67.9)).isCloseTo(13.401, within(1e-6));
        assertThat(frame.latitude(0, 67.9)).isCloseTo(52.5, within(1e-9));
        assertThat(frame.latitude(111.27, 0)).isCloseTo(52.499, within(1e-6));
    }

    @Test
    void xAndY_ofAPointOnTheEarth_leadBack() {
        Georeference frame = Georeference.anchored(-117.84, 33.643, 30);

        double longitude = frame.longitude(12.5, -40.25);
        double latitude = frame.latitude(12.5, -40.25);

        assertThat(frame.x(longitude, latitude)).isCloseTo(12.5, within(1e-6));
        assertThat(frame.y(longitude, latitude)).isCloseTo(-40.25, within(1e-6));
    }
}
