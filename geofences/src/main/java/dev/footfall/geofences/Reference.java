package dev.footfall.geofences;

/**
 * A name in one file of a pack that another must know.
 *
 * @param target what it names
 * @param id the name
 * @param where its place
 */
record Reference(Target target, String id, String where) {

    enum Target {
        FLOOR("floor"),
        ZONE("zone"),
        DOOR("door"),
        DEVICE("device");

        private final String word;

        Target(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
