package io.watchdesk.platform.signin;

import io.watchdesk.platform.Refused;
import io.watchdesk.platform.SignInsHeld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Slows down whoever guesses passwords: each person at each address, and each address as a whole. Nobody is ever shut out
 * for more than a quarter of an hour, nobody is shut out at another address, and an address that guesses does not shut
 * out those who have signed in from it before, so that nobody can silence the people on call.
 */
@Component
class SignInThrottle {

    static final int FREE_FOR_PERSON = 5;
    static final int FREE_FOR_ADDRESS = 50;
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_DOUBLING = 20;
    private static final int LONGEST_NAME = 60;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}_.@-]");
    private static final Logger LOG = LoggerFactory.getLogger(SignInThrottle.class);

    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Map<String, Tries> tries = bounded();
    private final Map<String, Instant> familiar = bounded();

    SignInThrottle(Clock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    /** Counts a try as failed until {@link #succeeded} says otherwise, so that tries at the same moment count as well. */
    void trying(String person) {
        String address = address();
        if (address == null) {
            return;
        }
        String pair = pair(person, address);
        Instant held;
        synchronized (this) {
            held = heldUntil(pair, FREE_FOR_PERSON);
            if (held == null && !familiar.containsKey(pair)) {
                held = heldUntil(address, FREE_FOR_ADDRESS);
            }
            if (held == null) {
                count(pair);
                count(address);
                return;
            }
        }
        long seconds = Math.max(1, Duration.between(clock.instant(), held).toSeconds());
        throw new Refused("Too many wrong passwords came from where you are. Please wait %s and try again."
                .formatted(seconds < 60 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes"));
    }

    /** The password was right. */
    synchronized void succeeded(String person) {
        String address = address();
        if (address != null) {
            LOG.info("The right password of {} came from {}.", shown(person), address);
            tries.remove(pair(person, address));
            tries.computeIfPresent(address, (key, known) -> known.oneLess());
            familiar.put(pair(person, address), clock.instant());
        }
    }

    /** Whether the password was right could not be found out: the try does not count. */
    synchronized void undecided(String person) {
        String address = address();
        if (address != null) {
            tries.computeIfPresent(pair(person, address), (key, known) -> known.oneLess());
            tries.computeIfPresent(address, (key, known) -> known.oneLess());
        }
    }

    /** The password was wrong: tells, once for each pause, that tries are held. */
    void failed(String person) {
        String address = address();
        if (address == null) {
            return;
        }
        int count;
        synchronized (this) {
            Tries known = tries.get(pair(person, address));
            count = known == null ? 0 : known.count();
        }
        if (count == FREE_FOR_PERSON) {
            String name = shown(person);
            LOG.warn("Passwords of {} are being guessed from {}; tries are held for up to 15 minutes.", name, address);
            events.publishEvent(new SignInsHeld(name, address, count));
        } else {
            LOG.info("A wrong password for {} came from {}.", shown(person), address);
        }
    }

    /** Forgets everything. */
    synchronized void forget() {
        tries.clear();
        familiar.clear();
    }

    private static String shown(String person) {
        String safe = UNSAFE.matcher(String.valueOf(person)).replaceAll("?");
        return safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
    }

    private Instant heldUntil(String key, int free) {
        Tries known = tries.get(key);
        if (known == null || known.count() < free) {
            return null;
        }
        Instant until = known.last().plus(pause(known.count() - free));
        return clock.instant().isBefore(until) ? until : null;
    }

    private void count(String key) {
        Instant now = clock.instant();
        Tries known = tries.get(key);
        boolean old = known == null || known.last().plus(LONGEST).isBefore(now);
        tries.put(key, new Tries(old ? 1 : known.count() + 1, now));
    }

    private static Duration pause(int tooMany) {
        Duration pause = Duration.ofSeconds(1L << Math.min(LONGEST_DOUBLING, tooMany));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static String pair(String person, String address) {
        return String.valueOf(person).toLowerCase(Locale.ROOT) + " " + address;
    }

    /** Where the request comes from, or null for work that no request asked for. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }

    private record Tries(int count, Instant last) {

        Tries oneLess() {
            return new Tries(Math.max(0, count - 1), last);
        }
    }
}
