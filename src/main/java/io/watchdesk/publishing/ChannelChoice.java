package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import java.util.List;

/** Which accounts suit a kind of post (decision {@code channel-choice}); advice for the brief, people choose. */
public interface ChannelChoice {

    /** Every account of the installation in its order, each with the advice for this kind of post. */
    List<Advice> adviceFor(Format format, Category category);

    /** @param why the policy as a sentence */
    record Advice(Account account, boolean recommended, String why) {}
}
