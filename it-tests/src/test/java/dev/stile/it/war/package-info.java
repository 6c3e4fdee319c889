/**
 * Plain WARs in real containers: {@link dev.stile.it.war.WarFolder} is made of the README's web.xml, of the one jar and
 * of the classes in {@code app}; {@link dev.stile.it.war.WarContract} is what every container must do with it.
 */
package dev.stile.it.war;
