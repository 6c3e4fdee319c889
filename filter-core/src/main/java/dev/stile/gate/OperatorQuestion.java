package dev.stile.gate;

/** What an operator asks of a running gate. */
public sealed interface OperatorQuestion {
    /**
     * Why was this decided?
     *
     * @param reference what the visitor was shown, of any content
     */
    record OneDecision(String reference) implements OperatorQuestion {
        @Override
        public String token() {
            return "decision";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.oneDecision(this);
        }
    }

    /**
     * What was decided of late?
     *
     * @param verdict only decisions of this verdict, of any content; all if it is empty
     * @param limit how many at most, 1 to {@value #MAX_LIMIT}
     */
    record RecentDecisions(String verdict, int limit) implements OperatorQuestion {
        /** Most decisions in one answer: some 700 kB. */
        public static final int MAX_LIMIT = 1_000;

        /** What is told where nothing is said. */
        public static final int DEFAULT_LIMIT = 50;

        public RecentDecisions {
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", but is " + limit);
            }
        }

        @Override
        public String token() {
            return "decisions";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recentDecisions(this);
        }
    }

    /** How is the gate? */
    record State() implements OperatorQuestion {
        @Override
        public String token() {
            return "state";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.state(this);
        }
    }

    /** The question in logs and metrics: decision, decisions or state. */
    String token();

    /** The answer to this question; all cases must be written, for Java 17 cannot switch over a sealed type. */
    <R> R match(Cases<R> cases);

    /** One method for each question. */
    interface Cases<R> {
        R oneDecision(OneDecision question);

        R recentDecisions(RecentDecisions question);

        R state(State question);
    }
}
