package io.watchdesk.platform.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/**
 * PBKDF2 with HMAC-SHA-512: slow on purpose, so that a stolen database gives away no password. Rounds and salt stand in
 * every hash ({@code rounds$salt$hash}), so a later version may raise the rounds.
 */
class PasswordHash implements PasswordEncryptor {

    /** What OWASP asks of PBKDF2 with HMAC-SHA-512. */
    static final int ROUNDS = 210_000;

    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String NAME = "pbkdf2-sha512";

    private final int rounds;
    private final SecureRandom random = new SecureRandom();

    PasswordHash(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    @Override
    public String encrypt(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return rounds + "$" + text(salt) + "$" + text(derived(password, rounds, salt));
    }

    @Override
    public boolean check(String password, String encrypted) {
        String[] parts = encrypted.split("\\$");
        byte[] actual = derived(
                password, Integer.parseInt(parts[0]), Base64.getDecoder().decode(parts[1]));
        return MessageDigest.isEqual(actual, Base64.getDecoder().decode(parts[2]));
    }

    /** Whether a password that is stored like this should be hashed anew when it is known again. */
    boolean isOutdated(String stored) {
        return !stored.startsWith("{" + NAME + "}" + rounds + "$");
    }

    /** Takes as long as a check, so that the time does not tell whether somebody exists. */
    void pretend() {
        derived("nobody", rounds, NAME.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] derived(String password, int rounds, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks " + ALGORITHM, e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
