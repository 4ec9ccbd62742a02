package dev.footfall.geofences;

import dev.footfall.geofences.PackReader.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that the files of a store pack agree with each other. */
final class PackAgreement {

    private PackAgreement() {}

    /** Versions must follow one another, in one frame. */
    static void checkVersions(List<Version> versions) {
        Map<Long, String> files = new HashMap<>();
        Optional<Version> firstInDegrees = Optional.empty();
        for (Version version : versions) {
            if (!version.reader().isReadable()) {
                continue;
            }
            Optional<Long> from = version.reader().validFromMillis();
            if (from.isEmpty() && !version.file().equals(PackReader.LAYOUT_FILE)) {
                version.faults().error("validFrom", "A further version must say from when it holds: add 'validFrom'.");
            } else if (from.isPresent()) {
                String other = files.putIfAbsent(from.get(), version.file());
                if (other != null) {
                    version.faults().error("validFrom", other + " holds from the same instant: change one of the two.");
                }
            }
            if (version.reader().findCorner().isPresent()) {
                firstInDegrees.ifPresent(first -> checkCorner(version, first));
                firstInDegrees = firstInDegrees.or(() -> Optional.of(version));
            }
        }
    }

    private static void checkCorner(Version version, Version first) {
        if (!version.reader().findCorner().equals(first.reader().findCorner())) {
            version.faults()
                    .warning(
                            "",
                            "Its floors have another south-west corner than those of " + first.file()
                                    + ", so its metres begin elsewhere: give both a 'frame' with one anchor.");
        }
    }

    /** Whatever one file names the other must know. */
    static void checkReferences(StoreConfigReader store, FaultList storeFaults, List<Version> versions) {
        for (Reference reference : store.references()) {
            List<String> without = versions.stream()
                    .filter(version -> !version.reader().knows(reference))
                    .map(Version::file)
                    .toList();
            String what = reference.target().word() + " '" + reference.id() + "'";
            if (without.size() == versions.size()) {
                storeFaults.error(reference.where(), "No layout has a " + what + ": correct the name or draw it.");
            } else if (!without.isEmpty()) {
                storeFaults.warning(
                        reference.where(), "There is no " + what + " in " + String.join(", ", without) + ".");
            }
        }
        for (Version version : versions) {
            for (Reference reference : version.reader().references()) {
                if (!store.knowsDevice(reference.id())) {
                    version.faults()
                            .error(
                                    reference.where(),
                                    "There is no device '" + reference.id() + "' in " + PackReader.STORE_FILE
                                            + ": list it there.");
                }
            }
        }
    }

    /** Visits must not end before the longest stay can still go on. */
    static void checkVisitGap(StoreConfigReader store, FaultList storeFaults, List<Version> versions) {
        Parameters parameters = store.parameters();
        long grace = parameters.graceMillis();
        String whose = "grace";
        for (Version version : versions) {
            for (Map.Entry<String, Long> zone :
                    version.reader().graceMillisByZone().entrySet()) {
                if (zone.getValue() > grace) {
                    grace = zone.getValue();
                    whose = "grace of zone " + zone.getKey();
                }
            }
        }
        long least = grace + parameters.bridgeMillis();
        if (parameters.visitGapMillis() < least) {
            storeFaults.error(
                    store.visitGapPlace(),
                    "visitGap is " + Durations.text(parameters.visitGapMillis()) + " but must be at least "
                            + Durations.text(least) + ", " + whose + " (" + Durations.text(grace) + ") + bridge ("
                            + Durations.text(parameters.bridgeMillis()) + ").");
        }
    }
}
