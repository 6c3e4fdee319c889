/** The policy file: from YAML to the terms in force, read again while the application runs. */
@NullMarked
package dev.stile.policyfile;

import org.jspecify.annotations.NullMarked;
