package dev.footfall.simulator.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.simulator.Demo;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.Told;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalTime DAY_CUT = LocalTime.of(4, 0);

    @Test
    void perSecond_overAWeek_isTheAverageDay() throws IOException {
        Behaviour behaviour =
                SettingsFile.read(Demo.store("supermarket"), DAY_CUT).behaviour();

        double week = 0;
        for (int day = 0; day < 7; day++) {
            week += visits(behaviour, MONDAY.plusDays(day));
        }

        assertThat(week / 7).isCloseTo(5000, Offset.offset(1.0));
    }

    @Test
    void perSecond_closed_nobody() throws IOException {
        Behaviour behaviour =
                SettingsFile.read(Demo.store("supermarket"), DAY_CUT).behaviour();
        Rates rates = behaviour.rates();

        assertThat(rates.perSecond(MONDAY.atTime(6, 59, 59).atZone(ZONE), behaviour.opening()))
                .isZero();
        assertThat(rates.perSecond(MONDAY.atTime(7, 0).atZone(ZONE), behaviour.opening()))
                .isPositive();
        assertThat(rates.perSecond(MONDAY.atTime(22, 0).atZone(ZONE), behaviour.opening()))
                .isZero();
    }

    @Test
    void perSecond_saturdayAndEarlyEvening_areTheBusiest() throws IOException {
        Behaviour behaviour =
                SettingsFile.read(Demo.store("supermarket"), DAY_CUT).behaviour();
        Rates rates = behaviour.rates();
        double evening = rates.perSecond(MONDAY.atTime(17, 30).atZone(ZONE), behaviour.opening());

        assertThat(evening).isGreaterThan(rates.perSecond(MONDAY.atTime(14, 30).atZone(ZONE), behaviour.opening()));
        assertThat(visits(behaviour, MONDAY.plusDays(5))).isGreaterThan(1.2 * visits(behaviour, MONDAY));
    }

    @Test
    void simulation_asManyComeAsTheRatesSay() {
        long opens = Demo.opening("kiosk");
        double[] in = {0};
        Simulation.of(Demo.store("kiosk"), SensorErrors.NONE, 21, opens)
                .advance(opens + 15 * 3_600_000L, message -> Told.in(message)
                        .forEach(event -> in[0] += event.json().path("in").asDouble(0)));

        assertThat(in[0]).isCloseTo(600 * 0.9 / 1.0, Percentage.withPercentage(15));
    }

    private static double visits(Behaviour behaviour, LocalDate day) {
        ZonedDateTime end = day.plusDays(1).atStartOfDay(ZONE);
        double visits = 0;
        for (ZonedDateTime at = day.atStartOfDay(ZONE); at.isBefore(end); at = at.plusMinutes(15)) {
            visits += behaviour.rates().perSecond(at, behaviour.opening()) * 900;
        }
        return visits;
    }
}
