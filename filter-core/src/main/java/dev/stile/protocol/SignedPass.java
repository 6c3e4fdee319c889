package dev.stile.protocol;

/**
 * A pass with its signature: a bearer token, so its text appears in the cookie only and never in {@link #toString()}.
 */
public final class SignedPass {
    private final Pass pass;
    private final String token;

    SignedPass(Pass pass, String token) {
        this.pass = pass;
        this.token = token;
    }

    /** What it says. */
    public Pass pass() {
        return pass;
    }

    /** The cookie's value. */
    public String token() {
        return token;
    }

    @Override
    public String toString() {
        return "SignedPass(level " + pass.level().number() + ", expires " + pass.expires() + ")";
    }
}
