package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

class Sha256Test {
    private static final Provider CLONES_NOTHING =
            new Provider("ClonesNothing", "1", "a SHA-256 that cannot be cloned") {
                {
                    putService(
                            new Service(
                                    this,
                                    "MessageDigest",
                                    "SHA-256",
                                    MessageDigest.class.getName(),
                                    List.of(),
                                    Map.of()) {
                                @Override
                                public Object newInstance(Object parameter) {
                                    return new Fixed();
                                }
                            });
                }
            };

    private static final class Fixed extends MessageDigest {
        Fixed() {
            super("SHA-256");
        }

        @Override
        protected void engineUpdate(byte input) {
            // Nothing that it is told changes it.
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            // Nor this.
        }

        @Override
        protected byte[] engineDigest() {
            return new byte[32];
        }

        @Override
        protected void engineReset() {
            // There is nothing to forget.
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            throw new CloneNotSupportedException();
        }
    }

    @Test
    @ResourceLock("java.security.Security")
    void cloneable_anotherProviderStandsBefore_isThePlatforms() {
        byte[] expected = Sha256.of(new byte[0]);
        Security.insertProviderAt(CLONES_NOTHING, 1);
        try {
            assertThat(Sha256.cloneable().digest()).isEqualTo(expected);
        } finally {
            Security.removeProvider(CLONES_NOTHING.getName());
        }
    }
}
