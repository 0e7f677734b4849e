package io.watchdesk.platform;

import java.util.regex.Pattern;

/** Tells this machine from others by the host that a setting names, without asking anybody who it is. */
public final class ThisMachine {

    private static final Pattern OWN = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");

    private ThisMachine() {}

    /** Whether what is sent to this host stays on this machine; a name that only resolves to it counts as another. */
    public static boolean is(String host) {
        return OWN.matcher(host).matches();
    }
}
