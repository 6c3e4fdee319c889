package dev.stile.config;

import java.util.Optional;

/**
 * What a pass is.
 *
 * @param minutes for how long it counts, 1 to 1,440
 * @param cookieTag what tells the cookies of two applications on one host apart; by default made from the context path
 * @param secure when the cookie is for encrypted connections only
 */
public record PassOptions(int minutes, Optional<String> cookieTag, SecureCookie secure) {}
