/** The application in the WARs: copied into WEB-INF/classes, and loaded from there alone. */
package dev.stile.it.war.app;
