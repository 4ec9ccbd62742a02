package dev.footfall.servers;

/**
 * The one user name and password that a broker takes.
 *
 * @param user not blank
 * @param password not blank
 */
public record Login(String user, String password) {
    /** Checks both. */
    public Login {
        if (user.isBlank()) {
            throw new IllegalArgumentException("user is blank, it must not be");
        }
        if (password.isBlank()) {
            throw new IllegalArgumentException("password of " + user + " is blank, it must not be");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
