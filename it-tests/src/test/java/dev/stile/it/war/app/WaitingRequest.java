package dev.stile.it.war.app;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body can only be read by waiting. */
public final class WaitingRequest extends HttpServletRequestWrapper {
    public WaitingRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new WaitingStream(super.getInputStream());
    }
}
