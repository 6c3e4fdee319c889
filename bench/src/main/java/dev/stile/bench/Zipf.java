package dev.stile.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Numbers from 1 to a greatest one, where k comes as often as 1/k²: the share of those with k or more falls as 1/k, which
 * is how requests spread over clients, and clients over networks, by Zipf's law.
 */
final class Zipf {
    private final double[] upTo;

    Zipf(int greatest) {
        double[] sums = new double[greatest];
        double sum = 0;
        for (int k = 1; k <= greatest; k++) {
            sum += 1.0 / k / k;
            sums[k - 1] = sum;
        }
        double all = sum;
        this.upTo = Arrays.stream(sums).map(part -> part / all).toArray();
    }

    int draw(SplittableRandom random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble());
        return 1 + Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
    }
}
