package dev.stile.difficulty;

/**
 * All that a price depends on besides the operator's words. None of it can be moved without work or without being let
 * through.
 *
 * @param suspicion 0 to 100
 * @param client what the client's prefix takes
 * @param wider what its wider prefix takes
 * @param urgency how busy the application is
 * @param replays how full the replay store is
 */
public record Circumstances(int suspicion, Share client, Share wider, Urgency urgency, ReplayFill replays) {
    /** An ordinary visitor of an idle application. */
    public static final Circumstances CALM =
            new Circumstances(0, Share.NONE, Share.NONE, Urgency.CALM, ReplayFill.EMPTY);

    public Circumstances {
        if (suspicion < 0 || suspicion > 100) {
            throw new IllegalArgumentException("suspicion must be 0 to 100, but is " + suspicion);
        }
    }

    /** Whether ordinary visitors may be asked for more than {@link DifficultyTerms#ordinaryWork}. */
    public boolean isEmergency() {
        return urgency == Urgency.EMERGENCY || replays.isEmergency();
    }
}
