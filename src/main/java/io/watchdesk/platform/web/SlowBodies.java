package io.watchdesk.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads bodies to their end before anything else is done with a request, so that one that comes a byte at a time holds
 * neither a transaction nor, for long, a thread: each has a time, and each address a number of bodies on their way.
 */
class SlowBodies {

    private static final int AT_ONCE = 8 * 1024;

    private final Duration within;
    private final int perAddress;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    /**
     * @param within for a whole body
     * @param perAddress how many bodies of one address may be on their way at once
     */
    SlowBodies(Duration within, int perAddress) {
        this.within = within;
        this.perAddress = perAddress;
    }

    /** The body could not be read; what to answer. */
    static final class Refusal extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refusal(int status, String sentence) {
            super(sentence);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /**
     * Reads a body.
     *
     * @param limit the largest in bytes; one byte more is read of a larger one
     * @throws Refusal when it is too slow, breaks off, or this address sends too many at once
     */
    byte[] read(HttpServletRequest request, long limit) throws Refusal {
        String address = String.valueOf(request.getRemoteAddr());
        if (underWay.merge(address, 1, Integer::sum) > perAddress) {
            leave(address);
            throw new Refusal(429, "Too many requests of this address are on their way at once.");
        }
        try {
            return read(request.getInputStream(), limit);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (SocketTimeoutException slow) {
            throw tooSlow();
        } catch (IOException brokenOff) {
            throw new Refusal(400, "The request broke off before its end.");
        } finally {
            leave(address);
        }
    }

    private byte[] read(InputStream in, long limit) throws IOException {
        long began = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] some = new byte[AT_ONCE];
        int read;
        while (body.size() <= limit && (read = in.read(some)) >= 0) {
            body.write(some, 0, read);
            if (System.nanoTime() - began > within.toNanos()) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    private Refusal tooSlow() {
        return new Refusal(408, "The body did not arrive within %d seconds.".formatted(within.toSeconds()));
    }

    private void leave(String address) {
        underWay.computeIfPresent(address, (name, number) -> number == 1 ? null : number - 1);
    }
}
