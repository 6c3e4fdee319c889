package dev.stile.bench.cost;

import dev.stile.bench.MarkedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the computed tables between their markers in {@code docs/cost-model.md}; {@code bin/bench cost} runs it. */
public final class CostTables {
    private CostTables() {}

    /**
     * Fills the tables in.
     *
     * @param args the folder of the docs
     */
    public static void main(String[] args) throws IOException {
        Path doc = Path.of(args[0], "cost-model.md");
        Files.writeString(doc, filled(Files.readString(doc)));
    }

    /** The text with each table in its place. */
    static String filled(String text) {
        String filled = MarkedTables.replaced(text, "proofs", CostModel.proofs());
        filled = MarkedTables.replaced(filled, "thousand", CostModel.pages(1e3, 1e6, "µ$"));
        filled = MarkedTables.replaced(filled, "million", CostModel.pages(1e6, 100, "cents"));
        return MarkedTables.replaced(filled, "budgets", CostModel.budgets());
    }
}
