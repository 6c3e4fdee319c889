package dev.stile.it.war.app;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A stream that can only be read by waiting, and forgets who would rather not. */
public final class WaitingStream extends ServletInputStream {
    private final ServletInputStream in;

    public WaitingStream(ServletInputStream in) {
        this.in = in;
    }

    @Override
    public boolean isFinished() {
        return false;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {}

    @Override
    public int read() throws IOException {
        return in.read();
    }
}
