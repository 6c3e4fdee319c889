package dev.stile.event;

/**
 * How much came when the gate decided, in requests a minute (a sub-resource of a page counts an eighth).
 *
 * @param client of this client: an IPv4 address or an IPv6 /64
 * @param wider of its wider prefix: the /24 or /48
 * @param total of everybody
 * @param load how busy the application is: 0 is idle, 1 is full
 */
public record Flow(double client, double wider, double total, double load) {}
