package dev.footfall.geofences;

import org.jspecify.annotations.Nullable;

/** The keys from the root of a file to one of its values; said as text only when somebody asks. */
record KeyPath(@Nullable KeyPath parent, String step) {

    /** The root of a file. */
    static final KeyPath ROOT = new KeyPath(null, "");

    private static final int LONGEST = 200;

    KeyPath key(String key) {
        return new KeyPath(this, parent == null ? key : "." + key);
    }

    KeyPath item(int index) {
        return new KeyPath(this, "[" + index + "]");
    }

    /** Such as {@code funnels[0].steps[1].zone}; of a very long one the end. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (KeyPath at = this; at != null; at = at.parent) {
            if (text.length() + at.step.length() > LONGEST) {
                return text.insert(0, "…").toString();
            }
            text.insert(0, at.step);
        }
        return text.toString();
    }
}
