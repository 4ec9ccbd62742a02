package dev.footfall.simulator.settings;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * When people come.
 *
 * @param visitsPerDay on an average day of the week
 * @param hours 24 weights, one for each hour of the wall clock
 * @param weekdays 7 weights, Monday first
 */
public record Rates(double visitsPerDay, List<Double> hours, List<Double> weekdays) {
    private static final double SECONDS_PER_HOUR = 3600;

    public Rates {
        hours = List.copyOf(hours);
        weekdays = List.copyOf(weekdays);
        Limits.between("visitsPerDay", visitsPerDay, 0, 1e6);
        Limits.between("number of hours", hours.size(), 24, 24);
        Limits.between("number of weekdays", weekdays.size(), 7, 7);
        hours.forEach(weight -> Limits.between("a weight of hours", weight, 0, 1e6));
        weekdays.forEach(weight -> Limits.between("a weight of weekdays", weight, 0, 1e6));
        Limits.between("sum of weekdays", sum(weekdays), 1e-6, 7e6);
    }

    /** The same shape with another number of visits. */
    public Rates withVisitsPerDay(double visits) {
        return new Rates(visits, hours, weekdays);
    }

    /** How many people come per second at an instant, if the store opens and closes at these hours. */
    public double perSecond(ZonedDateTime now, Opening opening) {
        if (!opening.isOpen(now.toLocalTime())) {
            return 0;
        }
        double open = 0;
        for (int hour = 0; hour < hours.size(); hour++) {
            open += hours.get(hour) * opening.shareOpen(hour);
        }
        double day = weekdays.get(now.getDayOfWeek().getValue() - 1) * weekdays.size() / sum(weekdays);
        return open == 0 ? 0 : visitsPerDay * day * hours.get(now.getHour()) / open / SECONDS_PER_HOUR;
    }

    private static double sum(List<Double> weights) {
        return weights.stream().mapToDouble(Double::doubleValue).sum();
    }
}
