package dev.footfall.gateway.privacy;

import java.nio.charset.StandardCharsets;

/** The keys of stores under which their pseudonyms are made. */
@FunctionalInterface
public interface StoreKeys {
    /** The key of a store, the same at every call. */
    byte[] key(String store);

    /** Keys that are made from one secret, a different one for each store. */
    static StoreKeys ofSecret(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("secret of " + secret.length + " bytes, must be at least 16");
        }
        byte[] own = secret.clone();
        return store -> new Hmac(own).of(store);
    }

    /** Keys that anybody can make: for replays on one machine, whose frames leave it nowhere. */
    static StoreKeys unprotected() {
        return ofSecret("footfall: a replay keeps no secret".getBytes(StandardCharsets.UTF_8));
    }
}
