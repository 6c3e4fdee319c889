/** Many threads at once, for the tests of what must count once. */
package dev.stile.threads;
