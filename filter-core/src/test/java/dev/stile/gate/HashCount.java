package dev.stile.gate;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the SHA-256 digests that are made from here to its end, by standing before the platform's provider. HMACs do not count:
 * the platform wants a hash for them that can be cloned, which this one cannot.
 */
final class HashCount implements AutoCloseable {
    private final AtomicLong digests = new AtomicLong();
    private final Provider counting = new CountingProvider();

    HashCount() {
        Security.insertProviderAt(counting, 1);
    }

    long digests() {
        return digests.get();
    }

    @Override
    public void close() {
        Security.removeProvider(counting.getName());
    }

    private final class CountingProvider extends Provider {
        CountingProvider() {
            super("CountingSha256", "1", "counts digests");
            putService(
                    new Service(this, "MessageDigest", "SHA-256", CountingSha256.class.getName(), List.of(), Map.of()) {
                        @Override
                        public Object newInstance(Object parameter) {
                            return new CountingSha256();
                        }
                    });
        }
    }

    private final class CountingSha256 extends MessageDigestSpi {
        private final MessageDigest sha256 = platforms();

        private static MessageDigest platforms() {
            try {
                return MessageDigest.getInstance("SHA-256", "SUN");
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected void engineUpdate(byte input) {
            sha256.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            sha256.update(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            digests.incrementAndGet();
            return sha256.digest();
        }

        @Override
        protected void engineReset() {
            sha256.reset();
        }
    }
}
