/**
 * Real browsers behind one small interface: Chromium, Firefox and WebKitGTK.
 *
 * <p>Every name is resolved to 127.0.0.1 and certificates are not checked, so that a test can serve any host name, over https
 * or plain http, from a server on loopback; nothing that a browser does in these tests leaves the machine.
 */
@NullMarked
package dev.stile.it.browser;

import org.jspecify.annotations.NullMarked;
