package io.watchdesk.oncall.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Leaves out what a calendar says about zones whose rules Java knows: the library takes every summer time for an hour and is
 * wrong on Lord Howe Island, and a file's copy of the rules may be old. Lines stay where they are, so that problems are told
 * with the right line.
 */
final class WellKnownZones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    private static final String BEGIN = "BEGIN:VTIMEZONE";
    private static final String END = "END:VTIMEZONE";
    private static final String NAME = "TZID:";

    private WellKnownZones() {}

    static String leftOut(String calendar) {
        List<String> lines = new ArrayList<>(List.of(calendar.split("\r\n|\n|\r", -1)));
        int begin = -1;
        boolean known = false;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            String folded = line.toUpperCase(Locale.ROOT);
            if (folded.equals(BEGIN)) {
                begin = index;
                known = false;
            } else if (begin >= 0 && folded.startsWith(NAME)) {
                known |= KNOWN.contains(line.substring(NAME.length()).strip());
            } else if (begin >= 0 && folded.equals(END)) {
                for (int within = begin; known && within <= index; within++) {
                    lines.set(within, "");
                }
                begin = -1;
            }
        }
        return String.join("\r\n", lines);
    }
}
