package dev.footfall.simulator.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open stays of one visit, one at most for each zone. */
final class Stays {
    private final String visit;
    private final Consumer<TrueStay> over;
    private final List<@Nullable Open> byZone = new ArrayList<>();

    private static final class Open {
        private final TrueZone zone;
        private final long enteredNanos;
        private long leftNanos;

        private Open(TrueZone zone, long enteredNanos, long leftNanos) {
            this.zone = zone;
            this.enteredNanos = enteredNanos;
            this.leftNanos = leftNanos;
        }
    }

    Stays(String visit, Consumer<TrueStay> over) {
        this.visit = visit;
        this.over = over;
    }

    /** Adds an inside interval, joined to the stay before if the gap is short. */
    void inside(TrueZone zone, long fromNanos, long toNanos) {
        while (byZone.size() <= zone.number()) {
            byZone.add(null);
        }
        Open open = byZone.get(zone.number());
        if (open != null && fromNanos - open.leftNanos <= zone.graceNanos()) {
            open.leftNanos = Math.max(open.leftNanos, toNanos);
            return;
        }
        if (open != null) {
            close(open);
        }
        byZone.set(zone.number(), new Open(zone, fromNanos, toNanos));
    }

    void closeAll() {
        byZone.forEach(open -> {
            if (open != null) {
                close(open);
            }
        });
        byZone.clear();
    }

    private void close(Open open) {
        over.accept(new TrueStay(visit, open.zone.floor(), open.zone.id(), open.enteredNanos, open.leftNanos));
    }
}
