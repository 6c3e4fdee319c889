package dev.stile.policyfile;

import dev.stile.gate.GateTerms;
import java.util.List;
import java.util.Optional;

/**
 * What reading a policy file came to.
 *
 * @param terms what is to hold; empty where there are problems
 * @param problems one sentence each, with file, line and what is allowed
 * @param outline what the file says, part by part
 * @param files what was read for it
 * @param hash of all that was read
 */
record PolicyReading(Optional<GateTerms> terms, List<String> problems, Outline outline, FilesRead files, String hash) {}
