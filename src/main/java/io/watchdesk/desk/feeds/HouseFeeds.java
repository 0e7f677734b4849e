package io.watchdesk.desk.feeds;

import io.watchdesk.platform.People;
import org.springframework.stereotype.Component;

/** The feeds of one person: what they may see, and nothing else, whoever fetches them. */
@Component
public class HouseFeeds {

    private final HouseCalendar calendar;
    private final CalendarText text;
    private final PublishedFeed published;
    private final People people;

    HouseFeeds(HouseCalendar calendar, CalendarText text, PublishedFeed published, People people) {
        this.calendar = calendar;
        this.text = text;
        this.published = published;
        this.people = people;
    }

    /** Publications, own deadlines, licences that end and own shifts as iCalendar. */
    public String calendar(String person) {
        return text.write("Watchdesk: " + people.displayName(person), calendar.of(person));
    }

    /**
     * What was published as Atom.
     *
     * @param self the address of the feed
     */
    public String published(String person, String self) {
        return published.write(person, calendar.seesAll(person), self);
    }
}
